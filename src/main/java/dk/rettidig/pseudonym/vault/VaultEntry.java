package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.LocalDate;

/**
 * One child in scope.
 *
 * @param expires the first day on which the entry is gone
 * @param why the case or notification that brings the child into scope, 1 to 200 characters
 */
public record VaultEntry(
        PseudonymDomain domain, Pseudonym pseudonym, VaultIdentity identity, LocalDate expires, String why) {

    private static final int LONGEST_WHY = 200;

    public VaultEntry {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("why an entry is there takes 1 to " + LONGEST_WHY + " characters");
        }
    }

    /** Whether it is gone on this day. */
    public boolean isExpired(LocalDate today) {
        return !today.isBefore(expires);
    }

    @Override
    public String toString() {
        return "VaultEntry[hidden]";
    }
}
