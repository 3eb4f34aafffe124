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
        UUID id, ConversionNote note, AppendId entry, Optional<Ledger.Covered> covered, Instant acceptedAt) {}
