package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.security.SecureRandom;
import java.time.LocalDate;

/**
 * A child's two pseudonyms that a person declared to be one child's, and that the service has not been told of yet.
 *
 * @param id of the delivery that tells it: the same on each try, 32 letters
 * @param domain of both
 * @param from the pseudonym that is to go
 * @param to the pseudonym that stays
 * @param decided the day of the decision
 */
public record OutstandingMerge(String id, PseudonymDomain domain, Pseudonym from, Pseudonym to, LocalDate decided) {

    private static final int ID_LETTERS = 32;

    public OutstandingMerge {
        if (!id.matches("[a-p]{" + ID_LETTERS + "}") || from.equals(to)) {
            throw new IllegalArgumentException("a merge has an id of 32 letters and two pseudonyms that differ");
        }
    }

    /** A decision of today. */
    public static OutstandingMerge of(
            PseudonymDomain domain, Pseudonym from, Pseudonym to, LocalDate decided, SecureRandom random) {
        StringBuilder id = new StringBuilder(ID_LETTERS);
        random.ints(ID_LETTERS, 'a', 'a' + 16).forEach(letter -> id.append((char) letter));
        return new OutstandingMerge(id.toString(), domain, from, to, decided);
    }

    @Override
    public String toString() {
        return "OutstandingMerge[hidden]";
    }
}
