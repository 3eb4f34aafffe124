package dk.rettidig.verifier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as ECMAScript writes them (RFC 8785 section 3.2.2.3, ECMA-262 Number::toString). */
final class EcmaNumber {

    private static final Pattern JSON = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    /** Longest form: sign, 17 digits, point, exponent of four characters, or 21 digits; more is never canonical. */
    private static final int MAX_LENGTH = 25;
    /** Where ECMAScript changes to an exponent. */
    private static final int MAX_PLAIN_DIGITS = 21;

    private static final int MIN_PLAIN_EXPONENT = -6;

    private EcmaNumber() {}

    /** Whether the text is how ECMAScript writes some number. */
    static boolean isCanonical(String text) {
        if (text.length() > MAX_LENGTH || !JSON.matcher(text).matches()) {
            return false;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) && format(number).equals(text);
    }

    /** A finite number as ECMAScript writes it. */
    static String format(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + place(digits, point);
    }

    private static String place(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MAX_PLAIN_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (point > 0 && point <= MAX_PLAIN_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > MIN_PLAIN_EXPONENT && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** The shortest digits that read back as the number. Java never writes fewer than two; one may do. */
    private static BigDecimal shortest(double number) {
        BigDecimal two = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (two.precision() == 2) {
            BigDecimal one =
                    two.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            if (one.doubleValue() == number) {
                return one;
            }
        }
        return two;
    }
}
