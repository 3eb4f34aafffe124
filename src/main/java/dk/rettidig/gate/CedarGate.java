package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisSignature;
import dk.rettidig.law.BasisSignatures;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The gate: asks the rules, records the answer in a committed transaction of its own, and only then gives it. What nobody
 * in particular asks, and what the public may read anyway, is counted per minute instead (DESIGN: one path).
 */
@ApplicationScoped
class CedarGate implements Gate {

    private final PolicyEngine engine;
    private final BasisSignatures signatures;
    private final Ledger ledger;
    private final MinuteCounts counts;
    private final Asked asked;
    private final Clock clock;

    CedarGate(
            PolicyEngine engine,
            BasisSignatures signatures,
            Ledger ledger,
            MinuteCounts counts,
            Asked asked,
            Clock clock) {
        this.engine = engine;
        this.signatures = signatures;
        this.ledger = ledger;
        this.counts = counts;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public Decision decide(Request request) {
        // Milliseconds: what the record keeps must be what Cedar compared, or a replay could differ.
        Question question = Question.of(request, clock.instant().truncatedTo(ChronoUnit.MILLIS), signature(request));
        Evaluation evaluation = engine.evaluate(question);
        Optional<AppendId> entry = record(request, question, evaluation);
        ArcContainer container = Arc.container();
        if (container != null && container.requestContext().isActive()) {
            asked.note(evaluation);
        }
        return switch (evaluation) {
            case Evaluation.Permitted yes -> new Decision.Permitted(yes.policy(), yes.rules(), yes.basis(), entry);
            case Evaluation.Refused no -> new Decision.Refused(no.policy(), no.reasons(), entry);
            case Evaluation.Undecidable no -> new Decision.Undecidable(no.policy(), no.reasons(), entry);
        };
    }

    private Optional<BasisSignature> signature(Request request) {
        return request.basis()
                .flatMap(basis -> request.municipality()
                        .map(MunicipalityCode::value)
                        .flatMap(code -> signatures.latest(basis, code)));
    }

    private Optional<AppendId> record(Request request, Question question, Evaluation evaluation) {
        if (isCounted(request, evaluation)) {
            counts.count(question, evaluation);
            return Optional.empty();
        }
        RecordedDecision decision = RecordedDecision.of(question, evaluation);
        return Optional.of(
                ledger.appendCommitted(request.actor(), GateEvent.of(decision, evaluation, request.subject())));
    }

    private static boolean isCounted(Request request, Evaluation evaluation) {
        return request.actor() instanceof Actor.Public
                || (request.action().recording() == Action.Recording.COUNTED
                        && evaluation instanceof Evaluation.Permitted);
    }
}
