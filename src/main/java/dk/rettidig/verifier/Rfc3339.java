package dk.rettidig.verifier;

import java.time.YearMonth;

/** Moments as RFC 3339 section 5.6 writes them, with capital T and Z. */
final class Rfc3339 {

    private static final int SECONDS_END = 19;

    private Rfc3339() {}

    static void require(byte[] bytes, int from, int to) throws NotCanonicalException {
        if (!valid(bytes, from, to)) {
            throw NotCanonicalException.INSTANCE;
        }
    }

    private static boolean valid(byte[] bytes, int from, int to) {
        if (to - from < SECONDS_END + 1
                || bytes[from + 4] != '-'
                || bytes[from + 7] != '-'
                || bytes[from + 10] != 'T'
                || bytes[from + 13] != ':'
                || bytes[from + 16] != ':') {
            return false;
        }
        int year = two(bytes, from) * 100 + two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        int second = two(bytes, from + 17);
        return date(year, month, day)
                && clock(two(bytes, from + 11), two(bytes, from + 14))
                && second >= 0
                && second <= 60
                && offset(bytes, fraction(bytes, from + SECONDS_END, to), to);
    }

    private static boolean date(int year, int month, int day) {
        return year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean clock(int hour, int minute) {
        return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    }

    private static int fraction(byte[] bytes, int from, int to) {
        if (bytes[from] != '.') {
            return from;
        }
        int at = from + 1;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == from + 1 ? to : at;
    }

    private static boolean offset(byte[] bytes, int at, int to) {
        if (to - at == 1) {
            return bytes[at] == 'Z';
        }
        return to - at == 6
                && (bytes[at] == '+' || bytes[at] == '-')
                && bytes[at + 3] == ':'
                && clock(two(bytes, at + 1), two(bytes, at + 4));
    }

    /** Two digits as a number; far below zero when they are none. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
    }
}
