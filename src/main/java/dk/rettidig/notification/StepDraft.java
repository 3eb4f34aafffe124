package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.fault.ErrorCode;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step as somebody wrote it; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param happenedAt ISO moment with offset; empty means now
 */
public record StepDraft(String kind, String result, String because, String happenedAt) {

    @Override
    public String toString() {
        return "StepDraft[hidden]";
    }

    /**
     * Reads all fields.
     *
     * @throws NotificationFault {@code notification_input_invalid} with every field that is wrong
     */
    Step read(Instant received, ActorName by, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        Optional<StepKind> step = StepKind.parse(kind);
        if (step.isEmpty()) {
            problems.add(new FieldError("step", NotificationErrorCode.STEP_UNKNOWN));
        }
        boolean chosen = step.map(each -> each.results().isEmpty()
                        ? result.isBlank()
                        : each.results().contains(result))
                .orElse(true);
        if (!chosen) {
            problems.add(new FieldError("result", NotificationErrorCode.RESULT_UNKNOWN));
        }
        Optional<Instant> happened = happenedAt.isBlank() ? Optional.of(now) : NotificationDraft.moment(happenedAt);
        if (happened.filter(at -> !at.isAfter(now) && !at.isBefore(received)).isEmpty()) {
            problems.add(new FieldError("happened_at", NotificationErrorCode.HAPPENED_INVALID));
        }
        Optional<Justification> reason =
                reason(step.map(StepKind::reasonDemanded).orElse(false), problems);
        if (!problems.isEmpty()) {
            throw NotificationFault.invalid(problems);
        }
        return new Step(step.orElseThrow(), result, reason, by, happened.orElseThrow(), now);
    }

    private Optional<Justification> reason(boolean demanded, List<FieldError> problems) {
        if (because.isBlank() && !demanded) {
            return Optional.empty();
        }
        Optional<? extends ErrorCode> problem = Justification.problem(because);
        problem.ifPresent(code -> problems.add(new FieldError("because", code)));
        return problem.isPresent() ? Optional.empty() : Optional.of(new Justification(because));
    }
}
