package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;
import java.time.Instant;

/** What the ledger records of itself: planned erasures from its two erasable tables. */
sealed interface ErasureEvent extends LedgerEvent {

    /**
     * Who stood behind handles of past years was erased.
     *
     * @param identities how many
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record IdentitiesErased(Instant before, int identities) implements ErasureEvent {
        @Override
        public String type() {
            return "ledger.identities_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().moment("before", before).number("identities", identities);
        }
    }

    /**
     * What was behind commitments was erased.
     *
     * @param commitments how many
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record CommitmentsErased(Instant before, int commitments) implements ErasureEvent {
        @Override
        public String type() {
            return "ledger.commitments_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().moment("before", before).number("commitments", commitments);
        }
    }
}
