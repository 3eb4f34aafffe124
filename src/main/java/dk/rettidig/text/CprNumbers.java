package dk.rettidig.text;

import dk.rettidig.pseudonym.CprDetector;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what could be a CPR number in text that people write: ten digits whose first four are a day (also with 60 added, as
 * in replacement numbers) and a month, written together or with the separators people use. Wide digits and invisible
 * characters do not hide it. Finds whatever {@link CprDetector} finds, and more.
 */
public final class CprNumbers {

    private static final Pattern TEN_DIGITS = Pattern.compile(
            "(?<![0-9])([0-9]{2})[ .\\-/]?([0-9]{2})[ .\\-/]?[0-9]{2}[\\s.\\-\\u2010-\\u2015\\u2212/]{0,3}[0-9]{4}(?![0-9])");

    private CprNumbers() {}

    /** Whether the text has something that could be one. */
    public static boolean in(String text) {
        Matcher matcher = TEN_DIGITS.matcher(plain(text));
        int from = 0;
        while (matcher.find(from)) {
            if (CprDetector.isDayAndMonth(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))) {
                return true;
            }
            from = matcher.start() + 1;
        }
        return false;
    }

    /** The text as a reader sees it: compatibility forms folded, invisible characters gone, all digits ASCII. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(point -> {
                    int digit = Character.digit(point, 10);
                    plain.appendCodePoint(digit >= 0 ? '0' + digit : point);
                });
        return plain.toString();
    }
}
