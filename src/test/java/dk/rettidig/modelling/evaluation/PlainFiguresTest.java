package dk.rettidig.modelling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast pass says what each figure's definition says, written out row by row with nothing shared. */
class PlainFiguresTest {

    private static final double[] SHARES = {0.01, 0.1, 0.5};
    private static final double THRESHOLD = 0.5;

    private record Row(double score, boolean truth) {}

    @ParameterizedTest
    @CsvSource({"1,4", "2,4", "3,4", "4,1000", "5,1000", "6,1000", "7,1", "8,40", "9,40"})
    void everyFigureAndYieldOfAResampleIsItsDefinition(long seed, int distinct) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(60, 140);
        double[] scores = new double[rows];
        boolean[] truth = new boolean[rows];
        int[] weights = new int[rows];
        int[] group = new int[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = random.nextInt(distinct) / (double) distinct;
            truth[row] = random.nextDouble() < 0.2 + 0.6 * scores[row];
            weights[row] = random.nextInt(4);
            group[row] = random.nextInt(3);
        }
        SortedRows all = SortedRows.all(new Judged("s", "s", "s", scores, truth, THRESHOLD, true));
        Grouping grouping = new Grouping("g", List.of("a", "b", "c"), group);

        assertPlain(all.figures(weights, SHARES), written(scores, truth, weights, _ -> true), "all " + seed);
        for (int level = 0; level < 3; level++) {
            int wanted = level;
            assertPlain(
                    all.of(grouping, level).figures(weights, SHARES),
                    written(scores, truth, weights, row -> group[row] == wanted),
                    "group " + level + ", seed " + seed);
        }
    }

    private static List<Row> written(double[] scores, boolean[] truth, int[] weights, Predicate<Integer> in) {
        List<Row> written = new ArrayList<>();
        for (int row = 0; row < scores.length; row++) {
            for (int times = 0; in.test(row) && times < weights[row]; times++) {
                written.add(new Row(scores[row], truth[row]));
            }
        }
        written.sort(Comparator.comparingDouble(Row::score));
        return written;
    }

    private static void assertPlain(double[] fast, List<Row> rows, String of) {
        List<Row> high = rows.stream().filter(row -> row.score() >= THRESHOLD).toList();
        List<Row> with = rows.stream().filter(Row::truth).toList();
        List<Row> without = rows.stream().filter(row -> !row.truth()).toList();
        for (Figure figure : Figure.values()) {
            double plain =
                    switch (figure) {
                        case BASE_RATE -> share(rows, Row::truth);
                        case AUC -> pairs(with, without);
                        case AVERAGE_PRECISION ->
                            mean(
                                    with,
                                    row -> share(
                                            rows.stream()
                                                    .filter(each -> each.score() >= row.score())
                                                    .toList(),
                                            Row::truth));
                        case BRIER -> mean(rows, row -> error(row) * error(row));
                        case CALIBRATION_ERROR -> calibrationError(rows);
                        case CALIBRATION_GAP -> mean(rows, PlainFiguresTest::error);
                        case SELECTION_RATE -> share(rows, row -> row.score() >= THRESHOLD);
                        case FALSE_POSITIVE_RATE -> share(without, row -> row.score() >= THRESHOLD);
                        case FALSE_NEGATIVE_RATE -> share(with, row -> row.score() < THRESHOLD);
                        case PRECISION -> share(high, Row::truth);
                        case RECALL -> share(with, row -> row.score() >= THRESHOLD);
                    };
            assertThat(fast[figure.place()]).as("%s, %s", figure, of).isEqualTo(plain, within(1e-12));
        }
        for (int i = 0; i < SHARES.length; i++) {
            assertYield(fast, Figure.values().length + 3 * i, SHARES[i], rows, of);
        }
    }

    private static void assertYield(double[] fast, int at, double share, List<Row> rows, String of) {
        long wanted = Math.max(1, Math.round(share * rows.size()));
        double threshold = rows.get((int) (rows.size() - wanted)).score();
        List<Row> read = rows.stream().filter(row -> row.score() >= threshold).toList();
        assertThat(fast[at]).as(of).isEqualTo(threshold);
        assertThat(fast[at + 1]).as(of).isEqualTo(share(read, Row::truth), within(1e-12));
        assertThat(fast[at + 2])
                .as(of)
                .isEqualTo(
                        (double) read.stream().filter(Row::truth).count()
                                / rows.stream().filter(Row::truth).count(),
                        within(1e-12));
    }

    private static double error(Row row) {
        return row.score() - (row.truth() ? 1 : 0);
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static double share(List<Row> rows, Predicate<Row> is) {
        return mean(rows, row -> is.test(row) ? 1 : 0);
    }

    private static double pairs(List<Row> with, List<Row> without) {
        return mean(
                with,
                one -> mean(
                        without, other -> one.score() == other.score() ? 0.5 : one.score() > other.score() ? 1 : 0));
    }

    private static double calibrationError(List<Row> rows) {
        double sum = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            sum += Math.abs(rows.subList(rows.size() * tenth / 10, rows.size() * (tenth + 1) / 10).stream()
                    .mapToDouble(PlainFiguresTest::error)
                    .sum());
        }
        return sum / rows.size();
    }
}
