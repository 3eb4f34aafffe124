package dk.rettidig.modelling.evaluation;

import java.util.stream.IntStream;

/** Rows by ascending score; equal scores keep their order, so that results are the same everywhere. */
final class Ascending {

    private Ascending() {}

    /** All rows, sorted. */
    static int[] rows(double[] scores) {
        return rows(IntStream.range(0, scores.length).toArray(), scores);
    }

    /** These rows, sorted. */
    static int[] rows(int[] rows, double[] scores) {
        return IntStream.of(rows)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
