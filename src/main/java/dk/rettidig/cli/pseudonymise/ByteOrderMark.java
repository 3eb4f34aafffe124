package dk.rettidig.cli.pseudonymise;

import java.util.Arrays;

/** The byte order mark that some programs put before UTF-8. */
final class ByteOrderMark {

    static final int LENGTH = 3;

    private static final byte[] BYTES = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    /** Whether these bytes are the first ones of a mark. */
    static boolean begins(byte[] bytes, int from, int length) {
        return length <= LENGTH && Arrays.equals(bytes, from, from + length, BYTES, 0, length);
    }

    /** How many bytes of the array belong to a mark: three or none. */
    static int length(byte[] bytes) {
        return bytes.length >= LENGTH && begins(bytes, 0, LENGTH) ? LENGTH : 0;
    }
}
