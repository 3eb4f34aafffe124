package dk.rettidig.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * An interval of shares, ends included.
 *
 * @param low from 0
 * @param high to 1
 */
public record Shares(double low, double high) {

    private static final double THREE = 3;

    /**
     * The exact interval of Clopper and Pearson (Biometrika 26, 1934): what independent trials show of the probability behind
     * them, where there is no finite population to speak of.
     *
     * @param trials at least 1
     * @param found 0 to {@code trials}
     */
    public static Shares clopperPearson(int trials, int found, ConfidenceLevel level) {
        Interval interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(trials, found, level.outside());
        return new Shares(interval.getLowerBound(), interval.getUpperBound());
    }

    /**
     * The rule of three (Hanley and Lippman-Hand, JAMA 249, 1983): when nothing is found in so many trials, the share is at
     * most about three divided by their number, at 95 per cent on one side. For 30 trials and more; a rule of thumb.
     */
    public static double ruleOfThree(int trials) {
        return Math.min(1, THREE / trials);
    }
}
