package dk.rettidig.modelling;

import java.util.Arrays;
import java.util.List;

/**
 * What fitting and the release gate ask of a score. Pure functions; scores may tie. All figures with intervals and by group are
 * {@link dk.rettidig.modelling.evaluation}'s.
 */
public final class Metrics {

    private Metrics() {}

    /**
     * Area under the ROC curve: the share of pairs with and without the outcome in which the former scores higher, ties
     * counting half (Mann, Whitney 1947). NaN with one class only.
     */
    public static double auc(double[] scores, boolean[] outcomes) {
        int[] order = ascending(scores);
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(scores, order, start);
            double rank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                if (outcomes[order[i]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            start = end;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /** Mean squared error of probabilities (Brier 1950); 0 is best. NaN for no rows. */
    public static double brier(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double error = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += error * error;
        }
        return outcomes.length == 0 ? Double.NaN : sum / outcomes.length;
    }

    /** Mean negative log-likelihood, nats. */
    public static double logLoss(double[] logOdds, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double margin = outcomes[i] ? logOdds[i] : -logOdds[i];
            sum += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        return sum / outcomes.length;
    }

    /** The outcomes of rows. */
    public static boolean[] outcomes(List<TrainingRow> rows) {
        boolean[] outcomes = new boolean[rows.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = rows.get(i).outcome();
        }
        return outcomes;
    }

    /** Rows with the outcome. */
    public static long count(boolean[] outcomes) {
        long count = 0;
        for (boolean outcome : outcomes) {
            count += outcome ? 1 : 0;
        }
        return count;
    }

    /** Row numbers by ascending score; equal scores keep their order, so that results are the same everywhere. */
    static int[] ascending(double[] scores) {
        Integer[] boxed = new Integer[scores.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Double.compare(scores[a], scores[b]));
        int[] order = new int[scores.length];
        Arrays.setAll(order, i -> boxed[i]);
        return order;
    }

    private static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }
}
