package dk.rettidig.pseudonym;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a pseudonym is stable: one municipality, one use, one epoch. Each has a key of its own, so pseudonyms of two domains
 * cannot be linked. Printed as {@code 999.child_support.1}.
 *
 * @param municipality three digits
 * @param use what the pseudonyms are for, snake case of at most 40 characters
 * @param epoch from 1; a rotation of the key begins the next
 */
public record PseudonymDomain(String municipality, String use, int epoch) {

    private static final Pattern FORM = Pattern.compile("([0-9]{3})\\.([a-z][a-z_]{0,39})\\.([1-9][0-9]{0,3})");

    public PseudonymDomain {
        if (!FORM.matcher(municipality + "." + use + "." + epoch).matches()) {
            throw new IllegalArgumentException(
                    "a pseudonym domain is municipality, use and epoch, for instance 999.child_support.1");
        }
    }

    /** Parses the printed form. */
    public static PseudonymDomain parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a pseudonym domain is municipality, use and epoch, for instance 999.child_support.1");
        }
        return new PseudonymDomain(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    /** The same use in the epoch after this. */
    public PseudonymDomain next() {
        return new PseudonymDomain(municipality, use, epoch + 1);
    }

    /** The printed form. */
    public String text() {
        return municipality + "." + use + "." + epoch;
    }

    @Override
    public String toString() {
        return text();
    }
}
