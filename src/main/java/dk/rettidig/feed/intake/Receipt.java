package dk.rettidig.feed.intake;

import dk.rettidig.feed.Deliveries.QuarantinedRow;
import dk.rettidig.feed.Delivery;
import dk.rettidig.ledger.Ledger;
import java.util.List;

/**
 * What a sender gets for a delivery that counts. Equal for the same delivery whenever it is asked for, and free of anything
 * that depends on which child is known.
 *
 * @param quarantined the first quarantined rows, at most {@link #QUARANTINED_ROWS}
 */
public record Receipt(Delivery delivery, Ledger.Covered covered, List<QuarantinedRow> quarantined) {

    /** Quarantined rows that a receipt names; the rest are on the quarantine's own page. */
    public static final int QUARANTINED_ROWS = 1_000;

    public Receipt {
        quarantined = List.copyOf(quarantined);
    }
}
