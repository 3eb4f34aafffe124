package dk.rettidig.modelling;

/**
 * Which part of the data a family belongs to: by a hash of its number under the settings' seed, so that siblings are never
 * on both sides and the part doesn't depend on order or size of the data. Immutable.
 */
public final class FamilySplit {

    /** Parts of the data. */
    enum Part {
        TRAIN,
        CALIBRATE,
        TEST
    }

    private final long seed;
    private final TrainingSettings.Split split;

    FamilySplit(long seed, TrainingSettings.Split split) {
        this.seed = seed;
        this.split = split;
    }

    Part part(long family) {
        long bucket = Long.remainderUnsigned(mix(family + seed * 0x9e3779b97f4a7c15L), 100);
        if (bucket < split.train()) {
            return Part.TRAIN;
        }
        return bucket < split.train() + split.calibrate() ? Part.CALIBRATE : Part.TEST;
    }

    /** Whether a family belongs to the first half: for choosing among calibrations. */
    public static boolean firstHalf(long family, long seed) {
        return (mix(~family + seed) & 1) == 0;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
