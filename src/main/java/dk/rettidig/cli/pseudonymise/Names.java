package dk.rettidig.cli.pseudonymise;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two names are, from 0 to 100: Jaro's measure with Winkler's weight on the beginning (Winkler 1990), over names whose
 * spelling differences do not matter: capitals, accents, hyphens, aa for å, oe for ø, ae for æ, and the order of the words.
 */
final class Names {

    /** From here on names are similar: one letter more, less or other in a usual name lies above, other first names below. */
    static final int SIMILAR = 90;

    private static final int PERCENT = 100;
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?");
    private static final Pattern DANISH = Pattern.compile("([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})");
    private static final JaroWinklerSimilarity MEASURE = new JaroWinklerSimilarity();

    private Names() {}

    /** A name in the spelling that is compared. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT)
                .replace("å", "aa")
                .replace("ø", "oe")
                .replace("ö", "oe")
                .replace("æ", "ae")
                .replace("ä", "ae");
        String bare = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(bare.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** How alike two names in that spelling are. */
    static int similarity(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? 0 : (int) Math.round(MEASURE.apply(one, other) * PERCENT);
    }

    /** A day as {@code 2019-03-02}, or in the Danish order with four digits of the year. */
    static Optional<LocalDate> date(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher danish = DANISH.matcher(text.strip());
        return danish.matches() ? date(danish.group(3), danish.group(2), danish.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
