package dk.rettidig.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Values of many children, gathered from observations in any order: the same rules as {@link FeatureReader}, on primitive
 * arrays (24 bytes a cell). A child is a row number of the caller's. For one thread.
 */
public final class FeatureBatch {

    /** Bits for the length of a period; longer ones count as this long when two end on the same day. */
    private static final int LENGTH_BITS = 16;

    private static final int LONGEST = (1 << LENGTH_BITS) - 1;

    private final int width;
    private final long asOfMicros;
    private final int asOfDay;
    private final int[] windows;
    private final double[] values;
    private final long[] periods;
    private final long[] knownAt;

    /**
     * Room for so many children.
     *
     * @param features the model's
     */
    public FeatureBatch(List<FeatureDefinition> features, AsOf asOf, int children) {
        this.width = features.size();
        this.asOfMicros = micros(asOf);
        this.asOfDay = (int) asOf.day().toEpochDay();
        this.windows = features.stream().mapToInt(FeatureDefinition::windowDays).toArray();
        int cells = Math.multiplyExact(children, width);
        this.values = new double[cells];
        this.periods = new long[cells];
        this.knownAt = new long[cells];
        Arrays.fill(periods, Long.MIN_VALUE);
    }

    /**
     * Takes an observation into account; one known after the moment, or of a period that had not ended or lies before the
     * window, does not exist.
     *
     * @param child row, from 0
     * @param feature position among the model's features
     * @param fromDay first day of the period, days since 1970-01-01
     * @param toDay last day of the period, days since 1970-01-01
     * @param knownAtMicros when the source knew it, microseconds since 1970-01-01T00:00Z
     */
    public void offer(
            int child, int feature, int fromDay, int toDay, double value, long knownAtMicros, boolean retracted) {
        if (knownAtMicros > asOfMicros || toDay > asOfDay || toDay < asOfDay - windows[feature]) {
            return;
        }
        int cell = child * width + feature;
        long period = ((long) toDay << LENGTH_BITS) | (LONGEST - Math.min(LONGEST, toDay - fromDay));
        if (period > periods[cell] || (period == periods[cell] && knownAtMicros > knownAt[cell])) {
            periods[cell] = period;
            knownAt[cell] = knownAtMicros;
            values[cell] = retracted ? Double.NaN : value;
        }
    }

    /** Number of children. */
    public int children() {
        return values.length / width;
    }

    /** Forgets all observations, for the next children. */
    public void clear() {
        Arrays.fill(periods, Long.MIN_VALUE);
    }

    int width() {
        return width;
    }

    boolean isPresent(int cell) {
        return periods[cell] != Long.MIN_VALUE;
    }

    boolean isStale(int cell, int freshnessDays) {
        return (int) (periods[cell] >> LENGTH_BITS) < asOfDay - freshnessDays;
    }

    double value(int cell) {
        return values[cell];
    }

    private static long micros(AsOf asOf) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, asOf.moment());
    }
}
