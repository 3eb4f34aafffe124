package dk.rettidig.synthetic;

/**
 * A stream of pseudo-random draws that depends on its key alone: seed, purpose and up to three numbers (municipality,
 * family, child). Any part of a population can so be made at any time on any thread with the same result, and a defect
 * that draws more or less disturbs no other purpose. The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014);
 * nothing here is fit for secrets.
 *
 * <p>The draws of an earlier year have the same distribution and a correlation with those of the year after it, as normal
 * scores, that {@link #lasting} sets: 1 for what never changes, 0 (at first) for what is drawn anew every year. The latest
 * year's draws don't depend on it, so a history can be added to a population without changing it.
 */
final class Draws {

    /** 2^64 divided by the golden ratio, made odd: SplitMix64's increment. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Keeps the years' streams apart from each other and from the latest, whose key has none. */
    private static final int YEAR_SHIFT = 40;

    /** Keeps an elder sibling's draws apart from those of the child who has its number now. */
    private static final int GENERATION_SHIFT = 20;

    private static final long[] NONE = {};

    private long state;
    /** One state for each year gone back, the first for one year before. */
    private final long[] years;

    private double correlation;

    private Draws(long state, long[] years) {
        this.state = state;
        this.years = years;
    }

    /** What the draws of a stream decide; one stream each, so that purposes are independent. */
    enum Purpose {
        MUNICIPALITY(1),
        FAMILY_SIZE(2),
        FAMILY(3),
        CHILD(4),
        INDICATOR(5),
        NOTIFICATION(6),
        OUTCOME(7),
        SURVEILLANCE(8),
        MOVE(9),
        FAULT(10),
        SHUFFLE(11),
        ASSESSMENT(12),
        DESTINATION(13),
        UNBORN(14),
        NOTIFICATION_DETAIL(15),
        STATED_SEX(16);

        /** Part of the key: a number that is never given to another purpose. */
        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    /** The stream with this key. */
    static Draws of(long seed, Purpose purpose, long first, long second, long third) {
        long key = mix(seed + GOLDEN * purpose.number);
        key = mix(key ^ mix(first + GOLDEN));
        key = mix(key + GOLDEN ^ mix(second + 2 * GOLDEN));
        return new Draws(mix(key + GOLDEN ^ mix(third + 3 * GOLDEN)), NONE);
    }

    /** The stream with this key so many years before the latest; 0 is the latest itself. */
    static Draws before(int yearsBefore, long seed, Purpose purpose, long first, long second, long third) {
        Draws latest = of(seed, purpose, first, second, third);
        if (yearsBefore == 0) {
            return latest;
        }
        long[] years = new long[yearsBefore];
        for (int i = 0; i < yearsBefore; i++) {
            years[i] = of(seed, purpose, first, second, third + ((i + 1L) << YEAR_SHIFT)).state;
        }
        return new Draws(latest.state, years);
    }

    /** A child's stream in the settings' cohort. */
    static Draws ofChild(PopulationSettings settings, Purpose purpose, SyntheticChild.Person person) {
        return ofChild(settings, purpose, person.municipality(), person.number(), person.generation());
    }

    /** A child's stream in the settings' cohort. */
    static Draws ofChild(PopulationSettings settings, Purpose purpose, int municipality, int number, int generation) {
        long third = 1 + ((long) generation << GENERATION_SHIFT);
        return before(settings.yearsBefore(), settings.seed(), purpose, municipality, number, third);
    }

    /** Sets how the draws that follow go with those of the year after, from 0 to 1. */
    Draws lasting(double withTheYearAfter) {
        correlation = withTheYearAfter;
        return this;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in the open interval (0, 1). */
    double uniform() {
        state += GOLDEN;
        double latest = point(state);
        return years.length == 0 || correlation == 1 ? latest : Normal.below(earlier(latest));
    }

    /** Standard normal. */
    double normal() {
        state += GOLDEN;
        double latest = point(state);
        return years.length == 0 || correlation == 1 ? Normal.quantile(latest) : earlier(latest);
    }

    /** Year by year back from the latest: a stationary chain, so that every year is standard normal. */
    private double earlier(double latest) {
        double score = correlation == 0 ? 0 : Normal.quantile(latest);
        double rest = StrictMath.sqrt(1 - correlation * correlation);
        for (int i = 0; i < years.length; i++) {
            years[i] += GOLDEN;
            score = correlation * score + rest * Normal.quantile(point(years[i]));
        }
        return score;
    }

    private static double point(long state) {
        return ((mix(state) >>> 11) + 0.5) * 0x1p-53;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A whole number from 0 up to but without {@code bound}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }
}
