package dk.rettidig.synthetic;

/**
 * A stream of pseudo-random draws that depends on its key alone: seed, purpose and up to three numbers (municipality,
 * family, child). Any part of a population can so be made at any time on any thread with the same result, and a defect
 * that draws more or less disturbs no other purpose. The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014);
 * nothing here is fit for secrets.
 */
final class Draws {

    /** 2^64 divided by the golden ratio, made odd: SplitMix64's increment. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
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
        SHUFFLE(11);

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
        return new Draws(mix(key + GOLDEN ^ mix(third + 3 * GOLDEN)));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits. */
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in the open interval (0, 1). */
    double uniform() {
        return ((bits() >>> 11) + 0.5) * 0x1p-53;
    }

    /** Standard normal. */
    double normal() {
        return Normal.quantile(uniform());
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
