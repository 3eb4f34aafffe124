package dk.rettidig.oversight.erasure;

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

/** What the record keeps of erasure on request: child, case and reasons as commitments. */
public sealed interface ErasureRequestEvent extends LedgerEvent {

    /** Somebody requested that everything about a child is erased. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 17(1)")
    record Requested(ErasureRequest request, Pseudonym child) implements ErasureRequestEvent {
        @Override
        public String type() {
            return "erasure.requested";
        }

        @Override
        public EventFields fields() {
            return about(request, child)
                    .committed("case_reference", bytes(request.caseReference().value()))
                    .committed("because", bytes(request.because().text()));
        }
    }

    /** Another person refused it. */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            result = Recorded.Result.REFUSED,
            ground = "GDPR 12(4), 17(3)")
    record Refused(ErasureRequest request, Pseudonym child, ErasureRefusal refusal, Justification because)
            implements ErasureRequestEvent {
        @Override
        public String type() {
            return "erasure.refused";
        }

        @Override
        public EventFields fields() {
            return about(request, child).text("refusal", refusal.id()).committed("because", bytes(because.text()));
        }
    }

    /**
     * Everything about the child was erased. The entry does not concern the child any more: it names no pseudonym, and what stands
     * for the child is a commitment to a hash under a key outside the database.
     *
     * @param rows how many went, by class of {@code policies/retention.yaml}
     * @param lookup what stood for the child, hexadecimal
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            ground = "GDPR 17(1), 5(2)")
    record Done(ErasureRequest request, Map<String, Integer> rows, String lookup, Justification because)
            implements ErasureRequestEvent {

        public Done {
            rows = Map.copyOf(rows);
        }

        @Override
        public String type() {
            return "erasure.done";
        }

        @Override
        public EventFields fields() {
            EventFields counts = EventFields.none();
            for (Map.Entry<String, Integer> one : new TreeMap<>(rows).entrySet()) {
                counts = counts.number(one.getKey(), one.getValue());
            }
            return plain(request)
                    .group("rows", counts)
                    .committed("lookup", bytes(lookup))
                    .committed("case_reference", bytes(request.caseReference().value()))
                    .committed("because", bytes(because.text()));
        }
    }

    /**
     * Nothing was erased: something stood in the way, or a part of it failed and all of it was taken back.
     *
     * @param code the code of the error
     */
    @Recorded(
            by = {ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER},
            result = Recorded.Result.FAILED,
            ground = "GDPR 17(1), 5(2)")
    record Failed(ErasureRequest request, String code) implements ErasureRequestEvent {
        @Override
        public String type() {
            return "erasure.failed";
        }

        @Override
        public EventFields fields() {
            return plain(request).text("code", code);
        }
    }

    /** Requests that had been decided were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record RequestsErased(MunicipalityCode municipality, int count) implements ErasureRequestEvent {
        @Override
        public String type() {
            return "erasure.requests_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("count", count);
        }
    }

    private static EventFields about(ErasureRequest request, Pseudonym child) {
        return plain(request).child("pseudonym", request.municipality().value(), child.bytes());
    }

    private static EventFields plain(ErasureRequest request) {
        return EventFields.none()
                .text("municipality", request.municipality().value())
                .text("request", request.id().toString())
                .text("ground", request.ground().id());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
