package dk.rettidig.oversight.halt;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the record keeps of halts: child, case, reason and how many rows about the child were kept, by class, as commitments. The
 * entry says nothing about the child to those who read entries and know no child. The numbers can be opened while a halt holds, and
 * for a year.
 */
public sealed interface HaltEvent extends LedgerEvent {

    /**
     * From here on nothing of the child is erased.
     *
     * @param kept how many rows the halts of the child keep from here on, by class of {@code policies/retention.yaml}
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15, 18, 21; RSL § 67")
    record Registered(Halt halt, Pseudonym child, Map<String, Integer> kept) implements HaltEvent {

        public Registered {
            kept = Map.copyOf(kept);
        }

        @Override
        public String type() {
            return "halt.registered";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(halt, child, kept)
                    .committed("case_reference", bytes(halt.caseReference().value()));
            return halt.until().map(day -> fields.text("until", day.toString())).orElse(fields);
        }
    }

    /**
     * From here on what is due is erased again.
     *
     * @param kept how many rows the halts of the child kept until here, by class
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 15, 18, 21; RSL § 67")
    record Lifted(Halt halt, Pseudonym child, Map<String, Integer> kept, Justification because) implements HaltEvent {

        public Lifted {
            kept = Map.copyOf(kept);
        }

        @Override
        public String type() {
            return "halt.lifted";
        }

        @Override
        public EventFields fields() {
            return about(halt, child, kept).committed("because", bytes(because.text()));
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

    private static EventFields about(Halt halt, Pseudonym child, Map<String, Integer> kept) {
        String municipality = halt.municipality().value();
        return EventFields.none()
                .text("municipality", municipality)
                .text("halt", halt.id().toString())
                .text("kind", halt.kind().id())
                .child("pseudonym", municipality, child.bytes())
                .committed("kept", bytes(lines(kept)));
    }

    /** One class and its rows on a line, sorted: {@code conclusion 1}. */
    private static String lines(Map<String, Integer> kept) {
        return new TreeMap<>(kept)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
