package dk.rettidig.casefile.supervision;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import java.util.Optional;

/**
 * What names a case: its number in the municipality's case system, without blanks around it, or the child's pseudonym in a
 * frame that the service made. {@code toString} hides it.
 *
 * @param value 3 to 40 letters, digits, points, slashes and hyphens, and nothing that could be a CPR number; or the 43 characters
 *     of a pseudonym
 */
public record CaseReference(String value) implements Comparable<CaseReference> {

    public CaseReference {
        String plain = value.strip();
        value = plain.length() == Pseudonym.TEXT_LENGTH
                ? Pseudonym.parse(plain).text()
                : new JournalNumber(plain).value();
    }

    /** The case of a child. */
    public static CaseReference of(Pseudonym child) {
        return new CaseReference(child.text());
    }

    /** The child, in a frame that the service made. */
    public Optional<Pseudonym> child() {
        return value.length() == Pseudonym.TEXT_LENGTH ? Optional.of(Pseudonym.parse(value)) : Optional.empty();
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "CaseReference[hidden]";
    }
}
