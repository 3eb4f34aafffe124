package dk.rettidig.casefile.supervision;

import java.util.OptionalInt;

/**
 * What a round shows of one rule, for those who know the municipality from outside. A count from 1 to 4 could point at a child,
 * so it is not given, and the interval is that of every count it could be: it covers at least as often. Of a frame with
 * fewer than 20 cases nothing is given, because there it is easily known who is in it (ADR 0135).
 *
 * @param faults cases in which both found the fault; empty when it is not given
 * @param open cases that are not settled; empty when it is not given
 * @param low fewest cases of the frame
 * @param high most cases of the frame
 */
public record GuardedResult(int population, int sample, OptionalInt faults, OptionalInt open, int low, int high) {

    /** Counts below this are not given, but for zero. */
    public static final int FEWEST = 5;

    /** Frames below this are not counted. */
    public static final int SMALLEST_FRAME = 20;

    /** What may be given of a result. */
    static GuardedResult of(RuleResult result) {
        int population = result.population();
        int sample = result.sample();
        if (population < SMALLEST_FRAME) {
            return new GuardedResult(population, sample, OptionalInt.empty(), OptionalInt.empty(), 0, population);
        }
        int most = Math.min(highest(result.faults()) + highest(result.open()), sample);
        RuleResult least = new RuleResult(population, sample, lowest(result.faults()), 0, result.agreement());
        RuleResult all = new RuleResult(population, sample, most, 0, result.agreement());
        return new GuardedResult(
                population, sample, given(result.faults()), given(result.open()), least.low(), all.high());
    }

    /** Whether no count of the rule may be given. */
    public boolean isWithheld() {
        return population < SMALLEST_FRAME;
    }

    /** Whether even the lower end is above a share of the cases. */
    public boolean surelyAbove(double share) {
        return low > share * population;
    }

    private static boolean few(int count) {
        return count > 0 && count < FEWEST;
    }

    private static int lowest(int count) {
        return few(count) ? 1 : count;
    }

    private static int highest(int count) {
        return few(count) ? FEWEST - 1 : count;
    }

    private static OptionalInt given(int count) {
        return few(count) ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
