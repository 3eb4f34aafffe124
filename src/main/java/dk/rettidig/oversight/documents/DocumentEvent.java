package dk.rettidig.oversight.documents;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;

/** What the record keeps of those who read what runs. */
sealed interface DocumentEvent extends LedgerEvent {

    /**
     * Somebody read or took along a document that is made of what runs.
     *
     * @param document its id
     * @param digest SHA-256 of its Markdown, hex: which version it was
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 39(1)(b)-(c); AI Act 11, 27")
    record Read(String document, String digest) implements DocumentEvent {
        @Override
        public String type() {
            return "oversight.document_read";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("document", document).text("sha256", digest);
        }
    }
}
