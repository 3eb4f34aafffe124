package dk.rettidig.casefile;

import dk.rettidig.casefile.CaseHistory.Spans;
import dk.rettidig.law.CaseRule;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.calendar.DeadlineEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the record of a case against the rules. Pure: the same history, day and rules give the same findings. Where a date is
 * missing without which nobody can tell, it says so and guesses nothing; on one day, order is not recorded, and what is
 * demanded before an act counts when it is of the same day.
 */
public final class CaseRules {

    private final CaseRuleRegister register;
    private final Demands demands;

    /** The rules, with the deadlines that they name. */
    public CaseRules(CaseRuleRegister register, DeadlineRegister deadlines, DeadlineEngine engine) {
        this.register = register;
        this.demands = new Demands(register.periods(), deadlines, engine);
    }

    /**
     * An end that no start goes before, as the record has it.
     *
     * @param start the event that is missing or out of order
     */
    public record Disorder(String start, String end, LocalDate day) {}

    /**
     * What each rule finds, in the order of the rules, and of each the oldest demand first. A rule that nothing made demand
     * on has one finding that says so.
     *
     * @param asOf a Danish day; what is on record for later days does not count
     */
    public List<Finding> findings(CaseHistory history, LocalDate asOf) {
        CaseHistory known = history.upTo(asOf);
        List<Finding> findings = new ArrayList<>();
        for (CaseRule rule : register.all()) {
            List<CaseEvent> triggers = known.triggers(rule.on());
            if (triggers.isEmpty()) {
                findings.add(
                        known.days(rule.impliedBy()).isEmpty()
                                ? Finding.notApplicable(rule, Optional.empty())
                                : Finding.undecidable(
                                        rule,
                                        Optional.empty(),
                                        rule.on().getFirst().event()));
            }
            triggers.forEach(event -> findings.add(finding(new Asked(rule, event, known, asOf))));
        }
        return findings;
    }

    /** What is out of order: reported, never guessed away. */
    public List<Disorder> disorders(CaseHistory history, LocalDate asOf) {
        CaseHistory known = history.upTo(asOf);
        List<Disorder> disorders = new ArrayList<>();
        for (Map.Entry<String, String> pair : new TreeMap<>(register.periods()).entrySet()) {
            known.spans(pair.getKey(), register.periods())
                    .loose()
                    .ifPresent(day -> disorders.add(new Disorder(pair.getKey(), pair.getValue(), day)));
        }
        return disorders;
    }

    private Finding finding(Asked asked) {
        if (!asked.rule().inForceOn(asked.on())) {
            return asked.notApplicable();
        }
        return conditions(asked).orElseGet(() -> demands.judge(asked));
    }

    /** Why the rule does not apply, or why nobody can tell. */
    private Optional<Finding> conditions(Asked asked) {
        if (!asked.rule().state().isEmpty()) {
            String event = asked.rule().state().getFirst().event();
            Optional<CaseEvent> latest = asked.history().latest(event, asked.on());
            if (latest.isEmpty()) {
                return Optional.of(asked.undecidable(event));
            }
            if (asked.rule().state().stream()
                    .noneMatch(state -> state.matches(event, latest.get().code()))) {
                return Optional.of(asked.notApplicable());
            }
        }
        if (asked.rule().running().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> loose = Optional.empty();
        for (String start : asked.rule().running()) {
            Spans spans = spans(asked, start);
            if (spans.from(asked.on()).isPresent()) {
                return Optional.empty();
            }
            loose = loose.or(() -> spans.loose().map(day -> start));
        }
        return Optional.of(loose.map(asked::undecidable).orElseGet(asked::notApplicable));
    }

    private Spans spans(Asked asked, String start) {
        return asked.history().spans(start, register.periods());
    }
}
