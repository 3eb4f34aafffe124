package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One child in scope.
 *
 * @param expires the first day on which the entry is gone
 * @param why the case or notification that brings the child into scope, 1 to 200 characters
 * @param since the day on which the child first came into the vault; not known of entries of a file of version 1
 * @param expected the day on which an unborn child is expected
 */
public record VaultEntry(
        PseudonymDomain domain,
        Pseudonym pseudonym,
        VaultIdentity identity,
        LocalDate expires,
        String why,
        Optional<LocalDate> since,
        Optional<LocalDate> expected) {

    /** Longest reason, characters. */
    public static final int LONGEST_WHY = 200;

    public VaultEntry {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("why an entry is there takes 1 to " + LONGEST_WHY + " characters");
        }
    }

    /** An entry of which no day is known but its last. */
    public VaultEntry(
            PseudonymDomain domain, Pseudonym pseudonym, VaultIdentity identity, LocalDate expires, String why) {
        this(domain, pseudonym, identity, expires, why, Optional.empty(), Optional.empty());
    }

    /** The same, there since this day unless an earlier one is known. */
    public VaultEntry since(LocalDate day) {
        return new VaultEntry(domain, pseudonym, identity, expires, why, since.or(() -> Optional.of(day)), expected);
    }

    /** The same, with the day on which the child is expected. */
    public VaultEntry expected(Optional<LocalDate> day) {
        return new VaultEntry(domain, pseudonym, identity, expires, why, since, day);
    }

    /** The same child under another pseudonym, as after a rotation of the key. */
    public VaultEntry under(PseudonymDomain otherDomain, Pseudonym otherPseudonym) {
        return new VaultEntry(otherDomain, otherPseudonym, identity, expires, why, since, expected);
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
