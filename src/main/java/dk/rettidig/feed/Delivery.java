package dk.rettidig.feed;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;

/**
 * One transmission of a feed. Its counts are of the delivery alone.
 *
 * @param number our running number, under which observations name it
 * @param attempt how often the same note was begun
 * @param rejection why it was rejected or aborted
 */
public record Delivery(
        DeliveryId id,
        long number,
        MunicipalityCode municipality,
        RegistryId registry,
        FeedId feed,
        NoteId note,
        Digest sha256,
        DeliveryState state,
        int attempt,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> rejection,
        Rows rows,
        Optional<AppendId> entry,
        Optional<Ledger.Covered> covered) {

    /**
     * What the body held; zeros until it was read.
     *
     * @param valid good rows, each key once
     * @param quarantined rows that stayed out
     * @param repeated rows that repeat an earlier one of the delivery exactly
     */
    public record Rows(long valid, long quarantined, long repeated) {}
}
