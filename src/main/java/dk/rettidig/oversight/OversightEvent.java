package dk.rettidig.oversight;

import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;

/** What the record keeps of those who look into the record. */
sealed interface OversightEvent extends LedgerEvent {

    /**
     * Somebody looked for entries.
     *
     * @param found how many the answer holds
     */
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
