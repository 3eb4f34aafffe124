package dk.rettidig.conversion;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.scope.Band;
import java.util.UUID;

/** What happens to pseudonyms. Domains and what the sender counted; no pseudonym, and nothing that depends on who is known. */
public sealed interface ConversionEvent extends LedgerEvent {

    /** A rotation or a merge was taken: rows of the former pseudonyms are rows of the present ones from here on. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 4(5), 5(1)(d)")
    record Converted(UUID id, ConversionNote note) implements ConversionEvent {
        @Override
        public String type() {
            return note.kind() == ConversionKind.ROTATION ? "conversion.rotated" : "conversion.merged";
        }

        @Override
        public EventFields fields() {
            return told(note).text("conversion", id.toString()).number("pairs", note.pairs());
        }
    }

    /** Children moved away: their scope ended, in the sender's municipality. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 5(1)(e)")
    record MovedOut(UUID id, ConversionNote note) implements ConversionEvent {
        @Override
        public String type() {
            return "conversion.moved_out";
        }

        @Override
        public EventFields fields() {
            return told(note).text("conversion", id.toString()).number("pairs", note.pairs());
        }
    }

    /** The same for the other municipality, when it is in this installation. Nothing of the children is handed over with it. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 5(1)(e)")
    record MovedIn(UUID id, MunicipalityCode municipality, PseudonymDomain from, PseudonymDomain to, int pairs)
            implements ConversionEvent {
        @Override
        public String type() {
            return "conversion.moved_in";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("conversion", id.toString())
                    .text("municipality", municipality.value())
                    .text("from_domain", from.text())
                    .text("to_domain", to.text())
                    .number("pairs", pairs);
        }
    }

    /**
     * What a source calls children was taken.
     *
     * @param begins whether an epoch of the source begins with it, and all pairs of the former end
     */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 4(5), 25(1)")
    record SourcePaired(UUID id, ConversionNote note, boolean begins) implements ConversionEvent {
        @Override
        public String type() {
            return "conversion.source_paired";
        }

        @Override
        public EventFields fields() {
            return told(note)
                    .text("conversion", id.toString())
                    .number("pairs", note.pairs())
                    .truth("epoch_begins", begins);
        }
    }

    /** A conversion that the gate permitted was not taken; nothing of it counts. */
    @Recorded(by = ActorKind.REGISTRY, result = Recorded.Result.REFUSED, ground = "GDPR 32(1)(b)")
    record Refused(ConversionNote note, String code) implements ConversionEvent {
        @Override
        public String type() {
            return "conversion.refused";
        }

        @Override
        public EventFields fields() {
            return told(note).text("code", code);
        }
    }

    /**
     * Former pseudonyms were erased.
     *
     * @param band of how many children, as numbers of children in scope are told
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record FormerErased(MunicipalityCode municipality, Band band) implements ConversionEvent {
        @Override
        public String type() {
            return "conversion.former_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).text("children_band", band.label());
        }
    }

    private static EventFields told(ConversionNote note) {
        return EventFields.none()
                .text("municipality", note.municipality().value())
                .text("kind", note.kind().id())
                .text("from_domain", note.from().text())
                .text("to_domain", note.to().text())
                .text("sha256", note.sha256().text());
    }
}
