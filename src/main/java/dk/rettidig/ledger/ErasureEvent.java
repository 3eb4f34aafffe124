package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

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
     * Keys were destroyed of months of which nothing sealed was left: what was erased opens from no backup any more.
     *
     * @param months the months, oldest first
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 17, 32")
    record ErasureKeysDestroyed(List<YearMonth> months) implements ErasureEvent {

        public ErasureKeysDestroyed {
            months = List.copyOf(months);
        }

        @Override
        public String type() {
            return "ledger.erasure_keys_destroyed";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .texts("months", months.stream().map(YearMonth::toString).toList());
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
