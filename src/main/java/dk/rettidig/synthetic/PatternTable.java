package dk.rettidig.synthetic;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often each pattern of categories occurred with and without an outcome, in two halves of families. It is small
 * however many children there are, and enough to fit a logistic regression on one half and find its AUC on the other.
 */
final class PatternTable {

    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 1;
    private static final int HALVES = 2;

    private final int[] levels;
    private final long[] cells;

    /** A table over categories with so many levels each. */
    PatternTable(int... levels) {
        this.levels = levels.clone();
        this.cells = new long[Arrays.stream(levels).reduce(1, Math::multiplyExact) * 2 * HALVES];
    }

    /** Counts a child: the level of each category, the outcome, and the half that its family is in. */
    void add(int[] pattern, boolean outcome, boolean training) {
        int key = 0;
        for (int i = 0; i < levels.length; i++) {
            key = key * levels[i] + pattern[i];
        }
        cells[key * 2 * HALVES + (training ? 0 : HALVES) + (outcome ? POSITIVE : NEGATIVE)]++;
    }

    void merge(PatternTable other) {
        Arrays.setAll(cells, i -> cells[i] + other.cells[i]);
    }

    /**
     * The AUC on the second half of a logistic regression with one indicator variable for each level but the first, fitted
     * on the first half; NaN when a half lacks one of the outcomes.
     */
    double auc() {
        int[] seen = IntStream.range(0, cells.length / (2 * HALVES))
                .filter(key -> Arrays.stream(cell(key)).sum() > 0)
                .toArray();
        double[][] features = Arrays.stream(seen).mapToObj(this::features).toArray(double[][]::new);
        double[][] counts = Arrays.stream(seen).mapToObj(this::cell).toArray(double[][]::new);
        if (lacksOutcome(counts)) {
            return Double.NaN;
        }
        double[] weights = LogisticFit.fit(features, counts);
        double[] scores = new double[features.length];
        Arrays.setAll(scores, i -> LogisticFit.score(weights, features[i]));
        return auc(scores, counts);
    }

    private double[] cell(int key) {
        int from = key * 2 * HALVES;
        return Arrays.stream(cells, from, from + 2 * HALVES).asDoubleStream().toArray();
    }

    private static boolean lacksOutcome(double[][] counts) {
        for (int column = 0; column < 2 * HALVES; column++) {
            int fixed = column;
            if (Arrays.stream(counts).mapToDouble(cell -> cell[fixed]).sum() == 0) {
                return true;
            }
        }
        return false;
    }

    /** 1 and then the indicator variables. */
    private double[] features(int pattern) {
        double[] row =
                new double[1 + Arrays.stream(levels).map(each -> each - 1).sum()];
        row[0] = 1;
        int rest = pattern;
        int end = row.length;
        for (int i = levels.length - 1; i >= 0; i--) {
            int level = rest % levels[i];
            rest /= levels[i];
            end -= levels[i] - 1;
            if (level > 0) {
                row[end + level - 1] = 1;
            }
        }
        return row;
    }

    /** The share of pairs, one with and one without the outcome, that the scores put in order; ties count half. */
    private static double auc(double[] scores, double[][] counts) {
        Map<Double, double[]> byScore = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            double[] sums = byScore.computeIfAbsent(scores[i], any -> new double[2]);
            sums[NEGATIVE] += counts[i][HALVES + NEGATIVE];
            sums[POSITIVE] += counts[i][HALVES + POSITIVE];
        }
        double below = 0;
        double ordered = 0;
        double positives = 0;
        for (double[] sums : byScore.values()) {
            ordered += sums[POSITIVE] * (below + sums[NEGATIVE] / 2);
            below += sums[NEGATIVE];
            positives += sums[POSITIVE];
        }
        return ordered / (below * positives);
    }
}
