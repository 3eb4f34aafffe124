package dk.rettidig.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many cases to draw.
 *
 * @param size cases to draw
 * @param cochran what the usual formula says (Cochran, Sampling Techniques, 3rd ed. 1977, sections 4.4 and 4.5)
 * @param reached the longer arm of the exact interval when the share found is the one expected, as a share
 */
public record SamplePlan(Wish wish, int size, int cochran, double reached) {

    /**
     * What the sample should show.
     *
     * @param population cases there are, at least 1
     * @param halfWidth how far the truth may lie from what is found, as a share above 0 and at most 0.5
     * @param expected the share that is expected to have an error, 0 to 1; 0.5 demands most and is right when nobody knows
     */
    public record Wish(int population, double halfWidth, double expected, ConfidenceLevel level) {

        /** Most cases that are planned for: more children than Denmark has. */
        public static final int MOST = 2_000_000;

        public Wish {
            if (population < 1 || population > MOST) {
                throw new IllegalArgumentException("a population has 1 to 2,000,000 cases");
            }
            if (!(halfWidth > 0 && halfWidth <= 0.5)) {
                throw new IllegalArgumentException("a half-width lies above 0 and is at most 0.5");
            }
            if (!(expected >= 0 && expected <= 1)) {
                throw new IllegalArgumentException("an expected share lies between 0 and 1");
            }
        }
    }

    /**
     * Plans: Cochran's formula with its correction for finite populations gives a first size, and from there the smallest
     * size in its neighbourhood is taken with which the exact interval is as narrow as wished. With small populations and
     * shares near 0 or 1 the two differ, and the exact one counts.
     */
    public static SamplePlan of(Wish wish) {
        int cochran = cochran(wish);
        int size = cochran;
        while (size < wish.population() && arm(wish, size) > wish.halfWidth()) {
            size++;
        }
        while (size > 1 && arm(wish, size - 1) <= wish.halfWidth()) {
            size--;
        }
        return new SamplePlan(wish, size, cochran, arm(wish, size));
    }

    /** Whether every case has to be reviewed. */
    public boolean isCensus() {
        return size == wish.population();
    }

    private static int cochran(Wish wish) {
        double z = NormalDistribution.of(0, 1)
                .inverseSurvivalProbability(wish.level().tail());
        double p = wish.expected();
        double infinite = z * z * p * (1 - p) / (wish.halfWidth() * wish.halfWidth());
        double corrected = infinite / (1 + (infinite - 1) / wish.population());
        return Math.clamp((long) Math.ceil(corrected), 1, wish.population());
    }

    /** The longer arm of the exact interval when as many are found as expected. */
    private static double arm(Wish wish, int size) {
        Sample sample = new Sample(wish.population(), size, (int) Math.round(wish.expected() * size));
        Sample.Counts counts = sample.interval(wish.level());
        return Math.max(sample.share() - counts.lowShare(), counts.highShare() - sample.share());
    }

    /**
     * How probable it is that a sample holds at least one of the cases that have something.
     *
     * @param having cases of the population that have it
     */
    public static double chanceToFindOne(int population, int size, int having) {
        return HypergeometricDistribution.of(population, having, size).survivalProbability(0);
    }
}
