package dk.rettidig.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * A simple random sample without replacement, and in how many of its cases something was found.
 *
 * @param population cases it was drawn from, at least 1
 * @param size cases drawn and reviewed, 1 to {@code population}
 * @param found cases among them in which it was found, 0 to {@code size}
 */
public record Sample(int population, int size, int found) {

    public Sample {
        if (size < 1 || size > population) {
            throw new IllegalArgumentException("a sample has at least one case and no more than its population");
        }
        if (found < 0 || found > size) {
            throw new IllegalArgumentException("what is found is between 0 and the size of the sample");
        }
    }

    /** Share found among the cases reviewed. */
    public double share() {
        return (double) found / size;
    }

    /** Whether every case was reviewed, so that nothing depends on chance. */
    public boolean isCensus() {
        return size == population;
    }

    /**
     * How many cases of the whole population have it: the exact interval that inverts the two one-sided tests of the
     * hypergeometric distribution (Buonaccorsi 1987, "A note on confidence intervals for proportions in finite populations",
     * The American Statistician 41). It covers at least as often as the level says, and with small samples more often.
     */
    public Counts interval(ConfidenceLevel level) {
        return new Counts(lowest(level.tail()), highest(level.tail()), population);
    }

    /**
     * The most cases that can have it, on one side: at this level no more than so many. With nothing found this is what the
     * sample rules out.
     */
    public int atMost(ConfidenceLevel level) {
        return highest(level.outside());
    }

    /** The fewest cases that can have it, on one side. */
    public int atLeast(ConfidenceLevel level) {
        return lowest(level.outside());
    }

    /** The smallest number with which so much or more is found with a probability above the tail. */
    private int lowest(double tail) {
        int low = found;
        int high = population - (size - found);
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (foundOrMore(middle) > tail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The largest number with which so little or less is found with a probability above the tail. */
    private int highest(double tail) {
        int low = found;
        int high = population - (size - found);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (foundOrLess(middle) > tail) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double foundOrMore(int having) {
        return found == 0 ? 1 : draws(having).survivalProbability(found - 1);
    }

    private double foundOrLess(int having) {
        return draws(having).cumulativeProbability(found);
    }

    private HypergeometricDistribution draws(int having) {
        return HypergeometricDistribution.of(population, having, size);
    }

    /**
     * An interval of numbers of cases, ends included.
     *
     * @param of the population
     */
    public record Counts(int low, int high, int of) {

        /** The lower end as a share of the population. */
        public double lowShare() {
            return (double) low / of;
        }

        /** The upper end as a share of the population. */
        public double highShare() {
            return (double) high / of;
        }
    }
}
