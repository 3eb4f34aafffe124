package dk.rettidig.oversight.extract;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the record keeps of extracts: child, case and what was withheld as commitments. */
public sealed interface ExtractEvent extends LedgerEvent {

    /** A draft was made. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15(1)")
    record Prepared(Extract extract, Pseudonym child) implements ExtractEvent {
        @Override
        public String type() {
            return "extract.prepared";
        }

        @Override
        public EventFields fields() {
            return about(extract, child)
                    .committed("case_reference", bytes(extract.caseReference().value()));
        }
    }

    /** Somebody decided on entries of a draft. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15(4), 23; databeskyttelsesloven § 22")
    record Decided(Extract extract, Pseudonym child) implements ExtractEvent {
        @Override
        public String type() {
            return "extract.decided";
        }

        @Override
        public EventFields fields() {
            return about(extract, child);
        }
    }

    /**
     * It left: from here on what was given is what these digests are of.
     *
     * @param decisions number, ground and who decided, of every entry of the draft
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15(1), 15(3)")
    record Released(
            Extract extract, Pseudonym child, Extract.Release release, int given, long treeSize, String decisions)
            implements ExtractEvent {
        @Override
        public String type() {
            return "extract.released";
        }

        @Override
        public EventFields fields() {
            return about(extract, child)
                    .number("given", given)
                    .number("tree_size", treeSize)
                    .text("json_sha256", release.jsonSha256())
                    .text("html_sha256", release.htmlSha256())
                    .committed("decisions", bytes(decisions));
        }
    }

    /** Extracts whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record Erased(MunicipalityCode municipality, int count) implements ExtractEvent {
        @Override
        public String type() {
            return "extract.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("count", count);
        }
    }

    private static EventFields about(Extract extract, Pseudonym child) {
        UUID id = extract.id();
        String municipality = extract.municipality().value();
        return EventFields.none()
                .text("municipality", municipality)
                .text("extract", id.toString())
                .child("pseudonym", municipality, child.bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
