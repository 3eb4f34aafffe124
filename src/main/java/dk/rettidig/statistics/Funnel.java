package dk.rettidig.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The exact limits of a funnel plot for counts (Spiegelhalter, "Funnel plots for comparing institutional performance",
 * Statistics in Medicine 24, 2005): what an area would show by chance alone if it were like all others.
 *
 * @param low a count below this is rarer than the tail; 0 when no count is too low
 * @param high a count above this is rarer than the tail
 */
public record Funnel(long low, long high) {

    /** The levels that are customary: a look is worth it, and something is different. */
    public static final ConfidenceLevel INNER = new ConfidenceLevel(0.95);

    /** See {@link #INNER}. */
    public static final ConfidenceLevel OUTER = new ConfidenceLevel(0.998);

    /** Counts are whole numbers of 31 bits in the library, and none of ours comes near. */
    private static final double MOST = 1e9;

    /** Where an area lies. */
    public enum Place {
        BELOW,
        WITHIN,
        ABOVE
    }

    /**
     * The limits for an area.
     *
     * @param expected the count it would have at the common rate, above 0
     */
    public static Funnel of(double expected, ConfidenceLevel level) {
        if (!(expected > 0) || expected > MOST) {
            throw new IllegalArgumentException("an expected count is above 0 and at most a thousand million");
        }
        PoissonDistribution poisson = PoissonDistribution.of(expected);
        // The smallest count whose lower tail is more than may fall outside, and the same from above.
        int low = poisson.inverseCumulativeProbability(level.tail());
        while (low > 0 && poisson.cumulativeProbability(low - 1) > level.tail()) {
            low--;
        }
        while (poisson.cumulativeProbability(low) <= level.tail()) {
            low++;
        }
        int high = poisson.inverseSurvivalProbability(level.tail());
        while (poisson.survivalProbability(high) > level.tail()) {
            high++;
        }
        return new Funnel(low, high);
    }

    /** Where a count lies. */
    public Place place(long count) {
        if (count < low) {
            return Place.BELOW;
        }
        return count > high ? Place.ABOVE : Place.WITHIN;
    }
}
