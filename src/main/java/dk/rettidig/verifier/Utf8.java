package dk.rettidig.verifier;

/** Well-formed UTF-8 (Unicode 16, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** Bytes of the character that starts with a byte that is not ASCII. */
    static int length(byte[] bytes, int at, int end) throws NotCanonicalException {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (length == 0 || at + length > end || !second(lead, bytes[at + 1] & 0xff)) {
            throw NotCanonicalException.INSTANCE;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                throw NotCanonicalException.INSTANCE;
            }
        }
        return length;
    }

    private static boolean second(int lead, int second) {
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        return second >= low && second <= high;
    }
}
