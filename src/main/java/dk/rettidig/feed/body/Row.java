package dk.rettidig.feed.body;

import java.util.Arrays;

/**
 * One good row in primitives. A reader reuses one instance for all rows of a body, so that memory stays flat: whoever gets
 * it copies what it needs before it returns. {@code toString} shows nothing.
 */
public final class Row {

    static final int PSEUDONYM_BYTES = 32;

    private final byte[] pseudonym = new byte[PSEUDONYM_BYTES];
    short indicator;
    int from;
    int to;
    double value;
    long knownAt;
    boolean retracted;

    Row() {}

    /** Copies the 32 bytes of the pseudonym to a place in the target. */
    public void copyPseudonym(byte[] target, int offset) {
        System.arraycopy(pseudonym, 0, target, offset, PSEUDONYM_BYTES);
    }

    byte[] pseudonym() {
        return pseudonym;
    }

    /** The indicator's code in the catalogue. */
    public short indicator() {
        return indicator;
    }

    /** First day of the reference period, days since 1970-01-01. */
    public int from() {
        return from;
    }

    /** Last day of the reference period, days since 1970-01-01. */
    public int to() {
        return to;
    }

    /** The value in the indicator's unit; zero when retracted. */
    public double value() {
        return value;
    }

    /** When the fact was known at the source, microseconds since 1970-01-01T00:00Z. */
    public long knownAt() {
        return knownAt;
    }

    /** Whether the row says that nothing is known any more. */
    public boolean retracted() {
        return retracted;
    }

    void clear() {
        Arrays.fill(pseudonym, (byte) 0);
        indicator = 0;
        from = 0;
        to = 0;
        value = 0;
        knownAt = 0;
        retracted = false;
    }

    @Override
    public String toString() {
        return "Row[hidden]";
    }
}
