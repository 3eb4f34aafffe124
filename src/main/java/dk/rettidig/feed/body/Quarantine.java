package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rows that stay out, as line number and code. Lines are kept up to a bound (9 bytes each), counts by code always.
 * Lines are in the order in which they were found: that of the body, conflicts of very large bodies last.
 */
public final class Quarantine {

    /** Lines kept: a million; a sender with more has one mistake, not a million. */
    public static final int MAXIMUM_LINES = 1_000_000;

    /** In the order of their numbers, which run from 1 without gaps. */
    private static final RowCode[] CODES = RowCode.values();

    private long[] lines = new long[64];
    private byte[] codes = new byte[64];
    private int kept;
    private final long[] counts = new long[CODES.length + 1];
    private long total;

    void add(long line, RowCode code) {
        counts[code.number()]++;
        total++;
        if (kept == MAXIMUM_LINES) {
            return;
        }
        if (kept == lines.length) {
            lines = Arrays.copyOf(lines, Math.min(kept * 2, MAXIMUM_LINES));
            codes = Arrays.copyOf(codes, lines.length);
        }
        lines[kept] = line;
        codes[kept++] = (byte) code.number();
    }

    /** Rows quarantined. */
    public long total() {
        return total;
    }

    /** Lines that were kept, at most {@link #MAXIMUM_LINES}. */
    public int kept() {
        return kept;
    }

    /** The line number of the n-th kept line, from 1. */
    public long line(int n) {
        return lines[n];
    }

    /** The code of the n-th kept line. */
    public RowCode code(int n) {
        return CODES[codes[n] - 1];
    }

    /** How many rows were quarantined for each code that occurred. */
    public Map<RowCode, Long> byCode() {
        Map<RowCode, Long> result = new EnumMap<>(RowCode.class);
        for (RowCode code : CODES) {
            if (counts[code.number()] > 0) {
                result.put(code, counts[code.number()]);
            }
        }
        return result;
    }
}
