package dk.rettidig.oversight.halt;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;

/** What the record keeps of halts: child, case and reason as commitments. */
public sealed interface HaltEvent extends LedgerEvent {

    /** From here on nothing of the child is erased. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15, 18, 21; RSL § 67")
    record Registered(Halt halt, Pseudonym child) implements HaltEvent {
        @Override
        public String type() {
            return "halt.registered";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(halt, child)
                    .committed("case_reference", bytes(halt.caseReference().value()));
            return halt.until().map(day -> fields.text("until", day.toString())).orElse(fields);
        }
    }

    /** From here on what is due is erased again. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15, 18, 21; RSL § 67")
    record Lifted(Halt halt, Pseudonym child, Justification because) implements HaltEvent {
        @Override
        public String type() {
            return "halt.lifted";
        }

        @Override
        public EventFields fields() {
            return about(halt, child).committed("because", bytes(because.text()));
        }
    }

    /** Halts that had ended were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record Erased(MunicipalityCode municipality, int count) implements HaltEvent {
        @Override
        public String type() {
            return "halt.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("count", count);
        }
    }

    private static EventFields about(Halt halt, Pseudonym child) {
        String municipality = halt.municipality().value();
        return EventFields.none()
                .text("municipality", municipality)
                .text("halt", halt.id().toString())
                .text("kind", halt.kind().id())
                .child("pseudonym", municipality, child.bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
