package dk.rettidig.modelling;

import dk.rettidig.modelling.Evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/** Percentile intervals from resampled families (Efron 1979; clusters, because siblings resemble each other). */
final class Bootstrap {

    private static final double TAIL = 0.025;

    private final int resamples;
    private final long seed;

    Bootstrap(int resamples, long seed) {
        this.resamples = resamples;
        this.seed = seed;
    }

    Interval interval(
            double[] scores, boolean[] outcomes, long[] families, ToDoubleBiFunction<double[], boolean[]> figure) {
        List<int[]> clusters = clusters(families);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int valid = 0;
        for (int i = 0; i < resamples; i++) {
            double value = resampled(scores, outcomes, clusters, random, figure);
            if (!Double.isNaN(value)) {
                values[valid++] = value;
            }
        }
        double point = figure.applyAsDouble(scores, outcomes);
        if (valid == 0) {
            return new Interval(point, point, point);
        }
        double[] sorted = Arrays.copyOf(values, valid);
        Arrays.sort(sorted);
        return new Interval(
                point, sorted[(int) (TAIL * valid)], sorted[Math.min(valid - 1, (int) ((1 - TAIL) * valid))]);
    }

    private static double resampled(
            double[] scores,
            boolean[] outcomes,
            List<int[]> clusters,
            SplittableRandom random,
            ToDoubleBiFunction<double[], boolean[]> figure) {
        List<int[]> drawn = new ArrayList<>(clusters.size());
        int size = 0;
        for (int i = 0; i < clusters.size(); i++) {
            int[] cluster = clusters.get(random.nextInt(clusters.size()));
            drawn.add(cluster);
            size += cluster.length;
        }
        double[] sample = new double[size];
        boolean[] truth = new boolean[size];
        int next = 0;
        for (int[] cluster : drawn) {
            for (int row : cluster) {
                sample[next] = scores[row];
                truth[next++] = outcomes[row];
            }
        }
        return figure.applyAsDouble(sample, truth);
    }

    private static List<int[]> clusters(long[] families) {
        Map<Long, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < families.length; i++) {
            rows.computeIfAbsent(families[i], _ -> new ArrayList<>()).add(i);
        }
        return rows.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
