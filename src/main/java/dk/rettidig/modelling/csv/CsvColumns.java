package dk.rettidig.modelling.csv;

import dk.rettidig.scoring.Direction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A column of any file as an input of our own trainers. Numbers become cumulative bins; without a declared direction a column
 * enters twice, once for each, and merging leaves each of them the steps that go its way. Texts become codes. What is empty
 * is missing, not zero.
 *
 * @param name of the column
 * @param values numbers, or codes of texts; NaN where nothing is known
 * @param edges of the bins; empty for codes
 * @param categories codes; empty for numbers
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record CsvColumns(String name, double[] values, Direction direction, List<Double> edges, List<Integer> categories) {

    /** Bins of a column of numbers with many values. */
    private static final int QUANTILES = 12;

    /** Up to so many distinct values, each is a bin. */
    private static final int DISTINCT = 40;

    /** Most texts that get a code of their own; the rarest beyond are missing. */
    private static final int MOST_TEXTS = 60;

    /** One column as one input; a column of numbers without a declared direction as two, one for each direction. */
    static List<CsvColumns> of(CsvTable table, String name, Direction direction) {
        if (!table.isNumeric(name)) {
            return List.of(texts(name, table.texts(name)));
        }
        double[] values = table.numbers(name);
        List<Double> edges = edges(values);
        if (edges.isEmpty()) {
            return List.of(new CsvColumns(name, values, Direction.NONE, List.of(), List.of(0)));
        }
        return (direction == Direction.NONE ? List.of(Direction.INCREASING, Direction.DECREASING) : List.of(direction))
                .stream()
                        .map(each -> new CsvColumns(name, values, each, edges, List.of()))
                        .toList();
    }

    /** Each distinct value but the first when they are few, else quantiles. */
    private static List<Double> edges(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Set<Double> edges = new TreeSet<>();
        double[] distinct = Arrays.stream(known).distinct().toArray();
        if (distinct.length <= DISTINCT) {
            Arrays.stream(distinct).skip(1).forEach(edges::add);
        } else {
            for (int bin = 1; bin < QUANTILES; bin++) {
                double edge = known[(int) ((long) known.length * bin / QUANTILES)];
                if (edge > known[0]) {
                    edges.add(edge);
                }
            }
        }
        return List.copyOf(edges);
    }

    private static CsvColumns texts(String name, String[] texts) {
        Map<String, Integer> counts = new HashMap<>();
        Arrays.stream(texts).filter(text -> !text.isEmpty()).forEach(text -> counts.merge(text, 1, Integer::sum));
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST_TEXTS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> codes = new HashMap<>();
        frequent.forEach(text -> codes.put(text, codes.size()));
        double[] values = Arrays.stream(texts)
                .mapToDouble(text -> {
                    Integer code = codes.get(text);
                    return code == null ? Double.NaN : code;
                })
                .toArray();
        return new CsvColumns(
                name,
                values,
                Direction.NONE,
                List.of(),
                IntStream.range(0, Math.max(1, frequent.size())).boxed().toList());
    }
}
