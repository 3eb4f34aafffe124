package dk.rettidig.monitoring;

import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.Shares;

/**
 * A share of cases with its exact 95 % interval (Clopper and Pearson 1934), which is too wide rather than too narrow.
 *
 * @param found cases of which it is true
 * @param of cases, at least one
 */
public record Rate(long found, long of, double low, double high) {

    /**
     * The share with its interval.
     *
     * @throws IllegalArgumentException without cases, or with more found than there are
     */
    static Rate of(long found, long of) {
        if (of < 1 || found < 0 || found > of) {
            throw new IllegalArgumentException("a share is of at least one case");
        }
        Shares interval =
                Shares.clopperPearson(Math.toIntExact(of), Math.toIntExact(found), ConfidenceLevel.NINETY_FIVE);
        return new Rate(found, of, interval.low(), interval.high());
    }

    /** The share itself, 0 to 1. */
    public double share() {
        return found / (double) of;
    }

    /** How far the interval lies from a value; 0 when the value is in it. */
    double certainDistanceFrom(double value) {
        return Math.max(0, Math.max(low - value, value - high));
    }

    /** By how much this share is certainly above another: how far the intervals lie apart; 0 when they meet. */
    double certainlyAbove(Rate other) {
        return Math.max(0, low - other.high);
    }
}
