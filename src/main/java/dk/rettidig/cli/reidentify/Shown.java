package dk.rettidig.cli.reidentify;

import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.review.reidentification.Ticket;
import java.util.Optional;

/**
 * What a redemption led to. It is on the record, whoever it was. {@code toString} hides all of it.
 *
 * @param leafIndex the entry's place in the log
 * @param entry the one child; empty when the vault does not have the pseudonym
 */
public record Shown(Ticket ticket, long leafIndex, Optional<VaultEntry> entry) {

    @Override
    public String toString() {
        return "Shown[" + leafIndex + "]";
    }
}
