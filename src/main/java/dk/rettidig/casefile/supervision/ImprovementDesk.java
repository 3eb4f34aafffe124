package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Actor;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where it is written down what is to be done about a fault. The routes ask the gate. */
@ApplicationScoped
public class ImprovementDesk {

    private static final int SHORTEST_FUNCTION = 3;
    private static final int LONGEST_FUNCTION = 100;

    private final Rounds rounds;
    private final Reviews reviews;
    private final ReviewRuleRegister rules;
    private final Ledger ledger;
    private final Clock clock;

    ImprovementDesk(Rounds rounds, Reviews reviews, ReviewRuleRegister rules, Ledger ledger, Clock clock) {
        this.rounds = rounds;
        this.reviews = reviews;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A plan as somebody sent it; what was not sent is empty.
     *
     * @param by the function that does it, 3 to 100 characters
     * @param due ISO date, today or later
     */
    public record Draft(String rule, String plan, String by, String due) {
        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * Files what is to be done about a rule.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}, {@code supervision_plan_stands},
     *     {@code supervision_input_invalid}
     */
    public Improvement plan(Actor actor, String id, Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Improvement improvement = improvement(draft, now);
        QuarkusTransaction.requiringNew().run(() -> {
            Round round = SupervisionDesk.drawn(rounds, actor, id);
            requireNobodyNamed(round, improvement);
            AppendId entry = ledger.append(
                    actor, new SupervisionEvent.ImprovementPlanned(round.id(), round.municipality(), improvement));
            if (!reviews.plan(round, improvement, entry)) {
                throw new SupervisionFault(SupervisionErrorCode.PLAN_STANDS);
            }
        });
        return improvement;
    }

    /** Committees and others read plans: no drawn case and no reviewer stands in one. */
    private void requireNobodyNamed(Round round, Improvement improvement) {
        Set<String> names = new HashSet<>();
        rounds.drawnCases(round)
                .forEach(drawn -> names.add(drawn.of().reference().value()));
        reviews.all(round).forEach(review -> names.add(review.reviewer().value()));
        List<FieldError> problems = new ArrayList<>();
        Map.of("plan", improvement.plan().text(), "by", improvement.by()).forEach((field, text) -> {
            if (names.stream()
                    .anyMatch(name -> text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))) {
                problems.add(new FieldError(field, SupervisionErrorCode.NAMES_CASE));
            }
        });
        if (!problems.isEmpty()) {
            throw SupervisionFault.invalid(problems);
        }
    }

    private Improvement improvement(Draft draft, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        if (rules.rule(draft.rule()).isEmpty()) {
            problems.add(new FieldError("rule", SupervisionErrorCode.RULE_UNKNOWN));
        }
        Justification.problem(draft.plan()).ifPresent(code -> problems.add(new FieldError("plan", code)));
        String by = draft.by().strip();
        if (by.length() < SHORTEST_FUNCTION
                || by.length() > LONGEST_FUNCTION
                || by.indexOf('\0') >= 0
                || CprNumbers.in(by)) {
            problems.add(new FieldError("by", SupervisionErrorCode.FUNCTION_INVALID));
        }
        Optional<LocalDate> day = day(draft.due(), Words.day(now));
        if (day.isEmpty()) {
            problems.add(new FieldError("due", SupervisionErrorCode.DAY_INVALID));
        }
        if (!problems.isEmpty()) {
            throw SupervisionFault.invalid(problems);
        }
        return new Improvement(draft.rule(), new Justification(draft.plan()), by, day.orElseThrow(), now);
    }

    private static Optional<LocalDate> day(String text, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> !day.isBefore(today));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
