package dk.rettidig.feed.intake;

import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the receipt of a finished delivery, once and for all: the first checkpoint that covered it stays in it. */
@ApplicationScoped
class Receipts {

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final FeedSettings settings;

    Receipts(Deliveries deliveries, Ledger ledger, FeedSettings settings) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.settings = settings;
    }

    Receipt of(Delivery finished) {
        Ledger.Covered covered = finished.covered().orElseGet(() -> {
            Ledger.Covered now = ledger.await(finished.entry().orElseThrow(), settings.checkpointPatience());
            return QuarkusTransaction.requiringNew().call(() -> deliveries.cover(finished, now));
        });
        return new Receipt(
                finished,
                covered,
                QuarkusTransaction.requiringNew()
                        .call(() -> deliveries.quarantine(finished.id(), 0, Receipt.QUARANTINED_ROWS)));
    }
}
