package dk.rettidig.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Rates of many areas, each drawn towards what all have in common by as much as chance alone could have moved it (empirical
 * Bayes with a gamma prior, fitted by moments: Marshall, "Mapping disease and mortality rates using empirical Bayes estimators",
 * Applied Statistics 40, 1991). A small municipality moves far, a large one hardly.
 *
 * @param mean the common rate, weighted by exposure
 * @param between the variance of the true rates between areas; 0 when chance explains all differences
 */
public record Rates(double mean, double between) {

    /**
     * One area.
     *
     * @param count events, not negative
     * @param exposure what they are held against, for instance children-years; above 0
     */
    public record Area(long count, double exposure) {

        public Area {
            if (count < 0 || !(exposure > 0) || Double.isInfinite(exposure)) {
                throw new IllegalArgumentException("a count is not negative, and an exposure is a number above 0");
            }
        }

        /** Events for each unit of exposure. */
        public double rate() {
            return count / exposure;
        }
    }

    /**
     * A rate drawn towards the common one. The interval takes the common rate and the variance as known; with few areas it is
     * too narrow, and fewer than ten should not be shrunk at all.
     *
     * @param weight how much of the area's own rate is in it, 0 to 1
     */
    public record Shrunk(double rate, double low, double high, double weight) {}

    /**
     * Fits.
     *
     * @throws IllegalArgumentException for fewer than two areas, or when nothing happened in any
     */
    public static Rates fit(List<Area> areas) {
        double exposure = areas.stream().mapToDouble(Area::exposure).sum();
        double mean = areas.stream().mapToLong(Area::count).sum() / exposure;
        if (areas.size() < 2 || !(mean > 0)) {
            throw new IllegalArgumentException(
                    "rates are compared between two areas or more, where something happened");
        }
        double spread = areas.stream()
                        .mapToDouble(area -> area.exposure() * (area.rate() - mean) * (area.rate() - mean))
                        .sum()
                / exposure;
        double byChance = mean / (exposure / areas.size());
        return new Rates(mean, Math.max(0, spread - byChance));
    }

    /** The rate of an area, drawn towards the common one. */
    public Shrunk shrink(Area area, ConfidenceLevel level) {
        if (between <= 0) {
            return new Shrunk(mean, mean, mean, 0);
        }
        double shape = mean * mean / between + area.count();
        double exposure = mean / between + area.exposure();
        GammaDistribution posterior = GammaDistribution.of(shape, 1 / exposure);
        return new Shrunk(
                shape / exposure,
                posterior.inverseCumulativeProbability(level.tail()),
                posterior.inverseSurvivalProbability(level.tail()),
                area.exposure() / exposure);
    }
}
