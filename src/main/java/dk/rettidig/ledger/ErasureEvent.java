package dk.rettidig.ledger;

import java.time.Instant;

/** What the ledger records of itself: planned erasures from its two erasable tables. */
sealed interface ErasureEvent extends LedgerEvent {

    /**
     * Who stood behind handles of past years was erased.
     *
     * @param identities how many
     */
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
