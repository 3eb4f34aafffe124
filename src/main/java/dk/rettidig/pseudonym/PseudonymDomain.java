package dk.rettidig.pseudonym;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a pseudonym is stable: one municipality, one use, perhaps one source, one epoch. Each has a key of its own, so
 * pseudonyms of two domains cannot be linked. Printed as {@code 999.child_support.1}, of a source as {@code
 * 999.child_support.school.1}.
 *
 * @param municipality three digits
 * @param use what the pseudonyms are for, snake case of at most 40 characters
 * @param source whose they are, in the same form, when a source has a domain of its own (ADR 0116)
 * @param epoch from 1; a rotation of the key begins the next
 */
public record PseudonymDomain(String municipality, String use, Optional<String> source, int epoch) {

    private static final String NAME = "[a-z][a-z_]{0,39}";
    private static final Pattern SOURCE = Pattern.compile(NAME);
    private static final Pattern FORM =
            Pattern.compile("([0-9]{3})\\.(" + NAME + ")(?:\\.(" + NAME + "))?\\.([1-9][0-9]{0,3})");

    public PseudonymDomain {
        if (!FORM.matcher(text(municipality, purpose(use, source), epoch)).matches()) {
            throw malformed();
        }
    }

    /** A domain that is no source's. */
    public PseudonymDomain(String municipality, String use, int epoch) {
        this(municipality, use, Optional.empty(), epoch);
    }

    /** Parses the printed form. */
    public static PseudonymDomain parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw malformed();
        }
        return new PseudonymDomain(
                matcher.group(1),
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a pseudonym domain is municipality, use, perhaps source, and epoch, for"
                + " instance 999.child_support.1 or 999.child_support.school.1");
    }

    /** Whether a source may be called so. */
    public static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }

    /** The same use, and source, in the epoch after this. */
    public PseudonymDomain next() {
        return new PseudonymDomain(municipality, use, source, epoch + 1);
    }

    /** Whether it is a source's own, of the same municipality and use as this other one, which is no source's. */
    public boolean isOfSourceUnder(PseudonymDomain whole) {
        return source.isPresent()
                && whole.source.isEmpty()
                && municipality.equals(whole.municipality)
                && use.equals(whole.use);
    }

    /** What its epochs are counted under in a municipality: the use, with the source of a source's own. */
    public String purpose() {
        return purpose(use, source);
    }

    private static String purpose(String use, Optional<String> source) {
        return source.map(name -> use + "." + name).orElse(use);
    }

    /** The printed form. */
    public String text() {
        return text(municipality, purpose(), epoch);
    }

    private static String text(String municipality, String purpose, int epoch) {
        return municipality + "." + purpose + "." + epoch;
    }

    @Override
    public String toString() {
        return text();
    }
}
