package dk.rettidig.conversion;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversion that counts.
 *
 * @param entry of the sender's municipality
 * @param covered the first checkpoint that covers the entry, once it was waited for
 */
public record Conversion(
        UUID id, ConversionNote note, AppendId entry, Optional<Ledger.Covered> covered, Instant acceptedAt) {

    /**
     * This one, when the note is for it.
     *
     * @throws ConversionFault {@code conversion_digest_conflict} when its id was used for another
     */
    Conversion askedAgain(ConversionNote again) {
        boolean same = note.sha256().equals(again.sha256())
                && note.kind() == again.kind()
                && note.from().equals(again.from())
                && note.to().equals(again.to());
        if (!same) {
            throw new ConversionFault(ConversionErrorCode.DIGEST_CONFLICT);
        }
        return this;
    }
}
