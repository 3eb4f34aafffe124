package dk.rettidig.gate;

import dk.rettidig.access.ActorKind;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.Optional;

/** What the gate enters in the ledger: its decisions, and each minute's count of what concerns nobody in particular. */
sealed interface GateEvent extends LedgerEvent {

    /** {@code gate.permitted}: a rule set permitted a request; it does not make it lawful. */
    @Recorded(ground = "GDPR 5(2), 6, 32(4)")
    record Permitted(RecordedDecision decision, Optional<Pseudonym> subject) implements GateEvent {
        @Override
        public String type() {
            return "gate.permitted";
        }

        @Override
        public EventFields fields() {
            return about(decision, subject);
        }
    }

    /** {@code gate.refused}: rules refused a request, or none permitted it. */
    @Recorded(result = Recorded.Result.REFUSED, ground = "GDPR 5(2), 6, 32(4)")
    record Refused(RecordedDecision decision, Optional<Pseudonym> subject) implements GateEvent {
        @Override
        public String type() {
            return "gate.refused";
        }

        @Override
        public EventFields fields() {
            return about(decision, subject);
        }
    }

    /** {@code gate.undecidable}: a request could not be decided and counts as refused. */
    @Recorded(result = Recorded.Result.REFUSED, ground = "GDPR 5(2), 25(2)")
    record Undecidable(RecordedDecision decision, Optional<Pseudonym> subject) implements GateEvent {
        @Override
        public String type() {
            return "gate.undecidable";
        }

        @Override
        public EventFields fields() {
            return about(decision, subject);
        }
    }

    /**
     * {@code gate.counted}: how often something that is not entered one by one was asked.
     *
     * @param from begin of the interval
     * @param to end of the interval
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(c), 32(1)(b)")
    record Counted(
            PolicyDigest policy, String actorKind, String action, String outcome, long count, Instant from, Instant to)
            implements GateEvent {
        @Override
        public String type() {
            return "gate.counted";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .policy(policy)
                    .text("asked_by", actorKind)
                    .text("action", action)
                    .text("outcome", outcome)
                    .number("count", count)
                    .moment("from", from)
                    .moment("to", to);
        }
    }

    private static EventFields about(RecordedDecision decision, Optional<Pseudonym> subject) {
        if (subject.isEmpty()) {
            return decision.fields();
        }
        byte[] child = subject.get().bytes();
        return decision.question()
                .municipality()
                .map(at -> decision.fields().child("subject", at.value(), child))
                .orElseGet(() -> decision.fields().committed("subject", child));
    }

    /** The event of a decision. */
    static GateEvent of(RecordedDecision decision, Evaluation evaluation, Optional<Pseudonym> subject) {
        return switch (evaluation) {
            case Evaluation.Permitted _ -> new Permitted(decision, subject);
            case Evaluation.Refused _ -> new Refused(decision, subject);
            case Evaluation.Undecidable _ -> new Undecidable(decision, subject);
        };
    }
}
