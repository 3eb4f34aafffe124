package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;

/**
 * Finds numbers of a set, and no others, in bytes: ten digits in a row, also inside a longer row of digits, or six and four with one hyphen,
 * dash, blank, point or slash between them. JSON's escaped characters ({@code \}{@code u002d}) count as what they stand for.
 */
final class NumberSearch {

    private static final int NONE = -1;
    private static final int OTHER = -2;
    private static final int SEPARATOR = -3;

    private final NumberSet numbers;
    private final byte[] last = new byte[CprNumber.LENGTH];
    private int run;
    private int runBefore;
    private int length;

    NumberSearch(NumberSet numbers) {
        this.numbers = numbers;
    }

    /** Where the first number ends, or -1. */
    int find(byte[] bytes) {
        run = 0;
        runBefore = 0;
        int at = 0;
        while (at < bytes.length) {
            int kind = kind(bytes, at);
            at += length;
            if (kind >= 0) {
                System.arraycopy(last, 1, last, 0, last.length - 1);
                last[last.length - 1] = (byte) ('0' + kind);
                run++;
                if ((run >= CprNumber.LENGTH || (run == 4 && runBefore >= 6)) && isNumber()) {
                    return at - 1;
                }
            } else {
                runBefore = kind == SEPARATOR ? run : 0;
                run = 0;
            }
        }
        return NONE;
    }

    private boolean isNumber() {
        return CprNumber.read(last, 0, last.length) instanceof CprNumber.Read read && numbers.holds(read.number());
    }

    /** A digit's value, a separator or anything else; sets how many bytes it takes. */
    private int kind(byte[] bytes, int at) {
        int b = bytes[at];
        length = 1;
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        if (b == '-' || b == ' ' || b == '.' || b == '/') {
            return SEPARATOR;
        }
        if (b == '\\' && at + 5 < bytes.length && bytes[at + 1] == 'u') {
            return escaped(bytes, at);
        }
        return b < 0 ? wide(bytes, at) : OTHER;
    }

    private int escaped(byte[] bytes, int at) {
        int point = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return OTHER;
            }
            point = (point << 4) | digit;
        }
        length = 6;
        return kindOf(point);
    }

    private int wide(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || at + count > bytes.length) {
            return OTHER;
        }
        int point = lead & (0xff >> (count + 1));
        for (int i = 1; i < count; i++) {
            point = (point << 6) | (bytes[at + i] & 0x3f);
        }
        length = count;
        return kindOf(point);
    }

    private static int kindOf(int point) {
        int digit = Character.digit(point, 10);
        if (digit >= 0) {
            return digit;
        }
        // U+2212 is the minus sign, U+00AD the soft hyphen, U+00A0 the blank that spreadsheets write.
        boolean separates = Character.getType(point) == Character.DASH_PUNCTUATION
                || point == 0x2212
                || point == 0xAD
                || point == 0xA0
                || point == ' '
                || point == '.'
                || point == '/';
        return separates ? SEPARATOR : OTHER;
    }
}
