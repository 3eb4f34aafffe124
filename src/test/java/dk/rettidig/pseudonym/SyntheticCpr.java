package dk.rettidig.pseudonym;

import java.util.Locale;

/**
 * Numbers of nobody, put together at run time: everybody in them is born between 2050 and 2057. Their form and date are right,
 * so they pass where a number must pass.
 */
public final class SyntheticCpr {

    /** How many different ones there are. */
    public static final int COUNT = 28 * 12 * 8 * 4_000;

    private SyntheticCpr() {}

    /** Ten digits; another for each number from 0. */
    public static String digits(int number) {
        int day = 1 + number % 28;
        int month = 1 + number / 28 % 12;
        int year = 50 + number / 336 % 8;
        int serial = 5_000 + number / 2_688 % 4_000;
        return String.format(Locale.ROOT, "%02d%02d%02d%04d", day, month, year, serial);
    }

    /** The same with a hyphen. */
    public static String hyphenated(int number) {
        return withHyphen(digits(number));
    }

    /** Ten digits with a hyphen after the sixth. */
    public static String withHyphen(String digits) {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }

    /** The number itself. */
    public static CprNumber number(int number) {
        return ((CprNumber.Read) CprNumber.read(digits(number))).number();
    }
}
