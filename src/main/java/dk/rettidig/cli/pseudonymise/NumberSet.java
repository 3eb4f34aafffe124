package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;
import org.jspecify.annotations.Nullable;

/** A set of CPR numbers in one bit each: at most 93 MB, whatever the file's size. */
final class NumberSet {

    private static final int SERIALS = 10_000;

    private final long[] @Nullable [] days = new long[CprNumber.INDICES / SERIALS][];
    private int size;

    /** Adds a number; false when it was there. */
    boolean add(CprNumber number) {
        int index = number.index();
        long[] day = days[index / SERIALS];
        if (day == null) {
            day = new long[(SERIALS + 63) / 64];
            days[index / SERIALS] = day;
        }
        int serial = index % SERIALS;
        boolean fresh = (day[serial >> 6] & (1L << serial)) == 0;
        day[serial >> 6] |= 1L << serial;
        size += fresh ? 1 : 0;
        return fresh;
    }

    boolean holds(CprNumber number) {
        int index = number.index();
        long[] day = days[index / SERIALS];
        int serial = index % SERIALS;
        return day != null && (day[serial >> 6] & (1L << serial)) != 0;
    }

    int size() {
        return size;
    }

    @Override
    public String toString() {
        return "NumberSet[" + size + " hidden]";
    }
}
