package dk.rettidig.flag.member;

import dk.rettidig.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Sorts many 32-byte values side by side in one array, as unsigned bytes, without an object for each. */
final class SortedHashes {

    /** Bits of a sort key that hold the position; 2^26 values are more than any run has children. */
    private static final int POSITION_BITS = 26;

    private static final long POSITION = (1L << POSITION_BITS) - 1;

    private SortedHashes() {}

    /** A new array with the values in ascending order. */
    static byte[] sorted(byte[] values) {
        int count = values.length / Hash.LENGTH;
        if (count > POSITION) {
            throw new IllegalArgumentException("too many values for one list");
        }
        ByteBuffer words = ByteBuffer.wrap(values);
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            // The first 38 bits of a hash tell almost all pairs apart; the rest is settled below.
            keys[i] = ((words.getLong(i * Hash.LENGTH) ^ Long.MIN_VALUE) & ~POSITION) | i;
        }
        Arrays.parallelSort(keys);
        settle(keys, values);
        byte[] sorted = new byte[values.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, at(keys[i]), sorted, i * Hash.LENGTH, Hash.LENGTH);
        }
        return sorted;
    }

    /** Orders neighbours whose first bits are equal: insertion, because there are few and they are near. */
    private static void settle(long[] keys, byte[] values) {
        for (int i = 1; i < keys.length; i++) {
            long key = keys[i];
            int j = i;
            while (j > 0 && (keys[j - 1] | POSITION) == (key | POSITION) && after(keys[j - 1], key, values)) {
                keys[j] = keys[j - 1];
                j--;
            }
            keys[j] = key;
        }
    }

    private static boolean after(long first, long second, byte[] values) {
        int a = at(first);
        int b = at(second);
        return Arrays.compareUnsigned(values, a, a + Hash.LENGTH, values, b, b + Hash.LENGTH) > 0;
    }

    private static int at(long key) {
        return (int) (key & POSITION) * Hash.LENGTH;
    }
}
