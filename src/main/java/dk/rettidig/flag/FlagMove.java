package dk.rettidig.flag;

/** What became of an attempt to move a flag on. */
public sealed interface FlagMove {

    /** It moved, or was already there; the listing is as it is now. */
    record Moved(FlagListing listing) implements FlagMove {}

    /** Somebody changed the flag since the caller read it; nothing happened (HTTP 412). */
    record Changed(FlagListing listing) implements FlagMove {}

    /** Its state does not permit the move; nothing happened (HTTP 409). */
    record OutOfTurn(FlagListing listing) implements FlagMove {}

    /** There is no such flag in the municipality, or its content is erased (HTTP 404). */
    record Unknown() implements FlagMove {}
}
