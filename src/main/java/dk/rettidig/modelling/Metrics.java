package dk.rettidig.modelling;

import java.util.Arrays;

/** Figures of a score against an outcome. Pure functions; scores may tie. */
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

    /** Average precision: precision at each distinct score, weighted by the recall it adds. NaN without the outcome. */
    public static double averagePrecision(double[] scores, boolean[] outcomes) {
        int[] order = ascending(scores);
        long positives = count(outcomes);
        long found = 0;
        double sum = 0;
        for (int end = order.length; end > 0; ) {
            int start = startOfTie(scores, order, end);
            long before = found;
            for (int i = start; i < end; i++) {
                found += outcomes[order[i]] ? 1 : 0;
            }
            sum += (found - before) * (double) found / (order.length - start);
            end = start;
        }
        return positives == 0 ? Double.NaN : sum / positives;
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

    /** Expected calibration error over {@code bins} groups of equal size (rows sorted by probability). */
    public static double calibrationError(double[] probabilities, boolean[] outcomes, int bins) {
        int[] order = ascending(probabilities);
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) order.length * bin / bins);
            int to = (int) ((long) order.length * (bin + 1) / bins);
            double gap = 0;
            for (int i = from; i < to; i++) {
                gap += probabilities[order[i]] - (outcomes[order[i]] ? 1 : 0);
            }
            sum += Math.abs(gap);
        }
        return order.length == 0 ? Double.NaN : sum / order.length;
    }

    /** Share of rows without the outcome that score at least the threshold. NaN when all have it. */
    public static double falsePositiveRate(double[] scores, boolean[] outcomes, double threshold) {
        return rate(scores, outcomes, threshold, false);
    }

    /** Share of rows with the outcome that score below the threshold. NaN when none has it. */
    public static double falseNegativeRate(double[] scores, boolean[] outcomes, double threshold) {
        return 1 - rate(scores, outcomes, threshold, true);
    }

    /** Share of the rows at or above the threshold that have the outcome. NaN when none is. */
    public static double precision(double[] scores, boolean[] outcomes, double threshold) {
        long flagged = 0;
        long right = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= threshold) {
                flagged++;
                right += outcomes[i] ? 1 : 0;
            }
        }
        return flagged == 0 ? Double.NaN : (double) right / flagged;
    }

    /** The greatest threshold at which at least this share of the rows is reached. */
    public static double thresholdFor(double[] scores, double share) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int rows = Math.max(1, (int) Math.round(share * sorted.length));
        return sorted[sorted.length - rows];
    }

    /** Rows with the outcome. */
    public static long count(boolean[] outcomes) {
        long count = 0;
        for (boolean outcome : outcomes) {
            count += outcome ? 1 : 0;
        }
        return count;
    }

    private static double rate(double[] scores, boolean[] outcomes, double threshold, boolean among) {
        long all = 0;
        long reached = 0;
        for (int i = 0; i < scores.length; i++) {
            if (outcomes[i] == among) {
                all++;
                reached += scores[i] >= threshold ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : (double) reached / all;
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

    private static int startOfTie(double[] scores, int[] order, int end) {
        int start = end - 1;
        while (start > 0 && scores[order[start - 1]] == scores[order[end - 1]]) {
            start--;
        }
        return start;
    }
}
