package dk.rettidig.flag.table;

import java.util.ArrayList;
import java.util.List;

/**
 * For each child and column the latest period in its latest version. Later means: the period that ends later, of those the
 * one that starts later, and of its versions the one known later. Where that version is a retraction the cell says so, and
 * an earlier period may have to be looked up. Not safe for use by several threads while it is filled.
 */
public final class LatestValues {

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Longs of a cell: period, version, bits of the value. Side by side, so that an update touches one cache line. */
    private static final int CELL = 3;

    private final int columns;
    private final List<long[]> chunks = new ArrayList<>();
    private boolean retractions;

    /** An empty table with this many columns. */
    public LatestValues(int columns) {
        this.columns = columns;
    }

    /** How many columns a row has. */
    public int columns() {
        return columns;
    }

    /** What a cell knows. */
    public enum Known {
        NOTHING,
        VALUE,
        /** The latest period is retracted; what an earlier one says has to be looked up. */
        RETRACTED
    }

    /**
     * Takes a version of an observation into account.
     *
     * @param fromDay first day of the period, as days since 1970
     * @param toDay last day of the period, as days since 1970
     * @param knownAtMicros when it was known, microseconds since 1970 (PostgreSQL's resolution)
     */
    public void add(
            int child, int column, int fromDay, int toDay, double value, long knownAtMicros, boolean retracted) {
        long[] chunk = chunkOf(child);
        int at = at(child, column);
        long period = period(fromDay, toDay);
        long version = version(knownAtMicros, retracted);
        if (chunk[at + 1] == 0 || period > chunk[at] || period == chunk[at] && version > chunk[at + 1]) {
            chunk[at] = period;
            chunk[at + 1] = version;
            chunk[at + 2] = Double.doubleToRawLongBits(value);
            retractions |= retracted;
        }
    }

    /** Whether any cell may be retracted; false saves looking at all of them. */
    public boolean mayHoldRetractions() {
        return retractions;
    }

    /** What the cell knows. */
    public Known known(int child, int column) {
        if (child >> CHUNK_BITS >= chunks.size()) {
            return Known.NOTHING;
        }
        long version = chunks.get(child >> CHUNK_BITS)[at(child, column) + 1];
        if (version == 0) {
            return Known.NOTHING;
        }
        return (version & 1) == 1 ? Known.RETRACTED : Known.VALUE;
    }

    /** The cell's value; meaningless unless {@link Known#VALUE}. */
    public double value(int child, int column) {
        return Double.longBitsToDouble(chunks.get(child >> CHUNK_BITS)[at(child, column) + 2]);
    }

    /** The last day of the cell's period, days since 1970; meaningless unless something is known. */
    public int toDay(int child, int column) {
        return (int) (chunks.get(child >> CHUNK_BITS)[at(child, column)] >> 32);
    }

    /** Forgets a cell, before an earlier period is added. */
    public void clear(int child, int column) {
        chunkOf(child)[at(child, column) + 1] = 0;
    }

    private long[] chunkOf(int child) {
        while (child >> CHUNK_BITS >= chunks.size()) {
            chunks.add(new long[CHUNK * columns * CELL]);
        }
        return chunks.get(child >> CHUNK_BITS);
    }

    private int at(int child, int column) {
        return ((child & CHUNK - 1) * columns + column) * CELL;
    }

    private static long period(int fromDay, int toDay) {
        return (long) toDay << 32 | (fromDay ^ 0x80000000) & 0xffffffffL;
    }

    /** Never 0, which stands for an empty cell; the lowest bit tells a retraction. */
    private static long version(long knownAtMicros, boolean retracted) {
        return Math.max(1, knownAtMicros) << 1 | (retracted ? 1 : 0);
    }

    @Override
    public String toString() {
        return "LatestValues[" + columns + " columns]";
    }
}
