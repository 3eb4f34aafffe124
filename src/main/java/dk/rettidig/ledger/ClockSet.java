package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;

/**
 * A demonstration's clock is behind, at the start or from here on: the times of the entries that follow are not the world's. There
 * is none in operation.
 */
@Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(a), 5(2)")
record ClockSet(long secondsBehind) implements LedgerEvent {

    @Override
    public String type() {
        return "ledger.clock_set";
    }

    @Override
    public EventFields fields() {
        return EventFields.none().number("seconds_behind", secondsBehind);
    }
}
