package dk.rettidig.oversight;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;

/** What the record keeps of those who look into the record. */
sealed interface OversightEvent extends LedgerEvent {

    /**
     * Somebody looked for entries.
     *
     * @param found how many the answer holds
     */
    @Recorded(by = ActorKind.DATA_PROTECTION_OFFICER, ground = "GDPR 39(1)(b), 32(1)(b)")
    record LedgerSearched(EntryQuery query, int found) implements OversightEvent {
        @Override
        public String type() {
            return "oversight.ledger_searched";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().group("query", query.fields()).number("found", found);
        }
    }

    /** Somebody took found entries along, with their proofs. */
    @Recorded(by = ActorKind.DATA_PROTECTION_OFFICER, ground = "GDPR 39(1)(b), 32(1)(b)")
    record FindingsExported(EntryQuery query, int found, long treeSize) implements OversightEvent {
        @Override
        public String type() {
            return "oversight.findings_exported";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .group("query", query.fields())
                    .number("found", found)
                    .number("tree_size", treeSize);
        }
    }
}
