package dk.rettidig.modelling.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Percentile intervals from resampled families (Efron 1979; whole clusters, because siblings resemble each other). The n-th
 * resample depends on seed and n alone, so several threads give the same intervals as one.
 */
final class Resamples {

    private static final double TAIL = 0.025;

    private final long[] seeds;
    private final int[] clusters;
    private final int families;

    /**
     * @param number of resamples; 0 leaves intervals as wide as their value
     * @param families for each row the family it belongs to
     */
    Resamples(int number, long seed, long[] families) {
        this.seeds = new SplittableRandom(seed).longs(number).toArray();
        this.clusters = new int[families.length];
        Map<Long, Integer> known = new HashMap<>();
        for (int row = 0; row < families.length; row++) {
            clusters[row] = known.computeIfAbsent(families[row], _ -> known.size());
        }
        this.families = known.size();
    }

    int families() {
        return families;
    }

    /**
     * The figures of the rows as they are and of every resample; each resample is drawn once for all of them.
     *
     * @param figures each gives as many figures for every resample
     */
    List<Interval[]> intervals(List<Function<int[], double[]>> figures) {
        int[] once = new int[clusters.length];
        Arrays.fill(once, 1);
        List<double[]> values = figures.stream().map(each -> each.apply(once)).toList();
        double[][][] resampled = IntStream.range(0, seeds.length)
                .parallel()
                .mapToObj(sample -> {
                    int[] weights = weights(sample);
                    return figures.stream().map(each -> each.apply(weights)).toArray(double[][]::new);
                })
                .toArray(double[][][]::new);
        return IntStream.range(0, values.size())
                .mapToObj(place -> intervals(values.get(place), place, resampled))
                .toList();
    }

    private static Interval[] intervals(double[] values, int place, double[][][] resampled) {
        Interval[] intervals = new Interval[values.length];
        for (int i = 0; i < values.length; i++) {
            int figure = i;
            intervals[i] = interval(
                    values[i],
                    Arrays.stream(resampled)
                            .mapToDouble(each -> each[place][figure])
                            .toArray());
        }
        return intervals;
    }

    private int[] weights(int sample) {
        SplittableRandom random = new SplittableRandom(seeds[sample]);
        int[] drawn = new int[families];
        for (int i = 0; i < families; i++) {
            drawn[random.nextInt(families)]++;
        }
        if (families == clusters.length) {
            return drawn;
        }
        int[] weights = new int[clusters.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = drawn[clusters[row]];
        }
        return weights;
    }

    private static Interval interval(double value, double[] resampled) {
        double[] sorted = Arrays.stream(resampled)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        if (sorted.length == 0 || Double.isNaN(value)) {
            return new Interval(value, value, value);
        }
        return new Interval(
                value,
                sorted[(int) (TAIL * sorted.length)],
                sorted[Math.min(sorted.length - 1, (int) ((1 - TAIL) * sorted.length))]);
    }
}
