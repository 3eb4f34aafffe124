package dk.rettidig.feed.body;

/**
 * Reads dates, moments and decimal numbers from characters without making objects: the hot path of ingest. Every method
 * answers {@link #WRONG} or false for what is not exactly of the form.
 */
final class Text {

    /** No date or moment that is accepted has this number. */
    static final long WRONG = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final long MICROS = 1_000_000L;
    private static final long SECONDS_A_DAY = 86_400L;
    private static final int[] DAYS_IN_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Text() {}

    /** Days since 1970-01-01 of an ISO 8601 calendar date {@code YYYY-MM-DD}, years 1900 to 2999. */
    static long epochDay(char[] text, int from, int length) {
        if (length != DATE_LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
            return WRONG;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return WRONG;
        }
        return daysFromCivil(year, month, day);
    }

    /** Microseconds since 1970 of an RFC 3339 moment; digits beyond microseconds are dropped, a leap second is refused. */
    static long epochMicros(char[] text, int from, int length) {
        if (length <= SECONDS_LENGTH || !(text[from + 10] == 'T' || text[from + 10] == 't')) {
            return WRONG;
        }
        long day = epochDay(text, from, DATE_LENGTH);
        long second = secondOfDay(text, from + 11);
        if (day == WRONG || second < 0) {
            return WRONG;
        }
        int end = from + length;
        int at = from + SECONDS_LENGTH;
        long micros = 0;
        if (text[at] == '.') {
            int digits = 0;
            for (at++; at < end && isDigit(text[at]); at++, digits++) {
                micros = digits < 6 ? micros * 10 + (text[at] - '0') : micros;
            }
            if (digits == 0) {
                return WRONG;
            }
            for (; digits < 6; digits++) {
                micros *= 10;
            }
        }
        long offset = offsetSeconds(text, at, end);
        return offset == WRONG ? WRONG : (day * SECONDS_A_DAY + second - offset) * MICROS + micros;
    }

    private static long secondOfDay(char[] text, int from) {
        if (text[from + 2] != ':' || text[from + 5] != ':') {
            return -1;
        }
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        int second = number(text, from + 6, 2);
        boolean right = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return right ? hour * 3_600L + minute * 60L + second : -1;
    }

    private static long offsetSeconds(char[] text, int at, int end) {
        if (at + 1 == end && (text[at] == 'Z' || text[at] == 'z')) {
            return 0;
        }
        if (at + 6 != end || text[at + 3] != ':' || (text[at] != '+' && text[at] != '-')) {
            return WRONG;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return WRONG;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return text[at] == '-' ? -seconds : seconds;
    }

    /** Whether the text is a decimal number, perhaps with a sign and an exponent, written with this decimal mark. */
    static boolean isDecimal(CharSequence text, char mark) {
        int at = skipSign(text, 0);
        int whole = skipDigits(text, at);
        int digits = whole - at;
        at = whole;
        if (at < text.length() && text.charAt(at) == mark) {
            int fraction = skipDigits(text, at + 1);
            digits = fraction - at - 1 > 0 ? digits + fraction - at - 1 : 0;
            at = fraction;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = skipSign(text, at + 1);
            at = skipDigits(text, exponent);
            digits = at > exponent ? digits : 0;
        }
        return digits > 0 && at == text.length();
    }

    private static int skipSign(CharSequence text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysIn(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
    }

    /** The proleptic Gregorian calendar as day numbers (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
    private static long daysFromCivil(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = y / 400;
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
