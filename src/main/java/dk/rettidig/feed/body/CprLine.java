package dk.rettidig.feed.body;

import dk.rettidig.pseudonym.CprDetector;
import java.math.BigDecimal;

/** Looks at one line's text for CPR numbers, behind escapes and exponents too. */
final class CprLine {

    /** Exponents beyond this cannot make a number of ten digits from a line; parsing them costs memory. */
    private static final int LARGEST_EXPONENT = 40;

    private CprLine() {}

    /** The text with every JSON escape of a character ({@code \}{@code u0030}) replaced by the character, well-formed or not. */
    static String unescaped(String text) {
        int backslash = text.indexOf("\\u");
        if (backslash < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int character = text.startsWith("\\u", i) ? hexadecimal(text, i + 2) : -1;
            if (character >= 0) {
                plain.append((char) character);
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static int hexadecimal(String text, int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /**
     * Whether a text in which something was found only inside words of 43 characters is spared: the pseudonym is such a
     * word, and nothing is found once it is taken away.
     */
    static boolean isSpared(String text, String pseudonym) {
        int at = text.indexOf(pseudonym);
        if (at < 0 || !PseudonymText.hasForm(pseudonym)) {
            return false;
        }
        String rest = text.substring(0, at) + ' ' + text.substring(at + pseudonym.length());
        return !CprDetector.found(rest);
    }

    /** Whether a decimal number with an exponent, written out, could be a CPR number. */
    static boolean isHiddenByExponent(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0 || number.length() - e > 5) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(number.replace(',', '.'));
            return Math.abs(value.scale()) <= LARGEST_EXPONENT && CprDetector.found(value.toPlainString());
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
