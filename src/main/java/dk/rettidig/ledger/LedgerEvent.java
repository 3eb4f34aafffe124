package dk.rettidig.ledger;

/**
 * A typed happening that becomes one entry of the ledger. Each feature seals its own family of records; {@code
 * docs/ledger-events.md} is made from all implementors.
 */
public interface LedgerEvent {

    /** The stable name, {@code feature.what_happened}, for instance {@code feed.delivery_finished}. */
    String type();

    /** The content: open values and commitments. */
    EventFields fields();
}
