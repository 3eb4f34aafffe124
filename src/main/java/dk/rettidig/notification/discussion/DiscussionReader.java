package dk.rettidig.notification.discussion;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what people sent, field by field. */
final class DiscussionReader {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final List<FieldError> problems = new ArrayList<>();
    private final LocalDate today;
    private final Instant now;

    DiscussionReader(LocalDate today, Instant now) {
        this.today = today;
        this.now = now;
    }

    /** What is seen in a figure. */
    String seen(String text) {
        Justification.problem(text).ifPresent(code -> problems.add(new FieldError("seen", code)));
        return text.strip();
    }

    /** Says that a field cannot be used. */
    void wrong(String field, ErrorCode code) {
        problems.add(new FieldError(field, code));
    }

    /** Stops when anything was wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw DiscussionFault.invalid(problems);
        }
    }

    Discussion.Planned planned(DiscussionDesk.Plan plan, CodeRegister codes) {
        Optional<ActionKind> kind = ActionKind.parse(plan.kind());
        if (kind.isEmpty()) {
            wrong("kind", DiscussionErrorCode.KIND_UNKNOWN);
        }
        if (codes.notificationCodes().stream()
                .noneMatch(code -> code.kind().equals("notifier") && code.code().equals(plan.notifier()))) {
            wrong("notifier", DiscussionErrorCode.NOTIFIER_UNKNOWN);
        }
        text("institution", plan.institution(), true);
        text("note", plan.note(), true);
        if (kind.filter(ActionKind.OTHER::equals).isPresent() && plan.note().isBlank()) {
            wrong("note", DiscussionErrorCode.NOTE_MISSING);
        }
        text("responsible", plan.responsible(), false);
        Optional<LocalDate> due = day(plan.due()).filter(day -> !day.isBefore(today));
        if (due.isEmpty()) {
            wrong("due", DiscussionErrorCode.DAY_INVALID);
        }
        finish();
        return new Discussion.Planned(
                UUID.randomUUID(),
                kind.orElseThrow(),
                plan.notifier(),
                plan.institution().strip(),
                plan.note().strip(),
                plan.responsible().strip(),
                due.orElseThrow(),
                now,
                Optional.empty());
    }

    Discussion.End end(DiscussionDesk.Ending ending) {
        Optional<Outcome> outcome = Outcome.parse(ending.outcome());
        if (outcome.isEmpty()) {
            wrong("outcome", DiscussionErrorCode.OUTCOME_UNKNOWN);
        }
        Optional<LocalDate> day = day(ending.day()).filter(each -> !each.isAfter(today));
        if (day.isEmpty()) {
            wrong("day", DiscussionErrorCode.DAY_INVALID);
        }
        if (outcome.filter(Outcome.GIVEN_UP::equals).isPresent()
                || !ending.reason().isBlank()) {
            Justification.problem(ending.reason()).ifPresent(code -> wrong("reason", code));
        }
        finish();
        return new Discussion.End(
                outcome.orElseThrow(), day.orElseThrow(), ending.reason().strip(), now);
    }

    private void text(String field, String text, boolean mayBeBlank) {
        String given = text.strip();
        if (given.isEmpty() && mayBeBlank) {
            return;
        }
        if (given.length() < SHORTEST
                || given.length() > LONGEST
                || given.chars().anyMatch(Character::isISOControl)
                || CprNumbers.in(given)) {
            wrong(field, DiscussionErrorCode.TEXT_INVALID);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
