package dk.rettidig.ledger.witness;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.ledger.witness.WitnessStatus.State;

/** What the ledger records of what witnesses say to its checkpoints: when it changes, never each time. */
sealed interface WitnessEvent extends LedgerEvent {

    /**
     * A witness does not cosign any more, and says so.
     *
     * @param witness the name of its key
     * @param reason {@code refused} (what it cosigned is not a prefix), {@code ahead} (it cosigned a larger tree) or {@code
     *     unknown_there} (it does not follow this log or does not know its key)
     * @param size leaves of the tree that it was asked for
     */
    @Recorded(by = ActorKind.WITNESS, result = Recorded.Result.REFUSED, ground = "GDPR 5(2), 32(1)(b)")
    record WitnessRefused(String witness, State reason, long size) implements WitnessEvent {
        @Override
        public String type() {
            return "ledger.witness_refused";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("witness", witness)
                    .text("reason", reason.id())
                    .number("tree_size", size);
        }
    }

    /**
     * A witness that had refused cosigns again.
     *
     * @param witness the name of its key
     * @param size leaves of the tree that it cosigned
     */
    @Recorded(by = ActorKind.WITNESS, ground = "GDPR 5(2), 32(1)(b)")
    record WitnessReturned(String witness, long size) implements WitnessEvent {
        @Override
        public String type() {
            return "ledger.witness_returned";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("witness", witness).number("tree_size", size);
        }
    }
}
