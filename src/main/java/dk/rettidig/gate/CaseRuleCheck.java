package dk.rettidig.gate;

import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.IndicatorRegister;
import dk.rettidig.law.CaseRule;
import dk.rettidig.law.CaseRule.Demand;
import dk.rettidig.law.CaseRule.Selector;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.Deadline;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Case rules may name only events that the case system can deliver, and deadlines that end with a day. */
final class CaseRuleCheck {

    private static final String SOURCE = "case-system";

    private static final Set<Deadline.Unit> DAYS = Set.of(
            Deadline.Unit.DAYS,
            Deadline.Unit.WORKING_DAYS,
            Deadline.Unit.WEEKDAYS,
            Deadline.Unit.WEEKS,
            Deadline.Unit.MONTHS);

    private CaseRuleCheck() {}

    static void check(
            CaseRuleRegister rules,
            IndicatorRegister indicators,
            DeadlineRegister deadlines,
            List<PolicyProblem> problems) {
        rules.periods()
                .forEach((start, end) -> Stream.of(start, end)
                        .filter(event -> !exists(new Selector(event, Optional.empty()), indicators))
                        .forEach(event ->
                                problem(problems, 0, "periods: " + event + " is no open event of the case system")));
        for (CaseRule rule : rules.all()) {
            int line = rules.line(rule);
            named(rule)
                    .filter(selector -> !exists(selector, indicators))
                    .forEach(selector -> problem(
                            problems, line, rule.id() + ": " + selector + " is no open event of the case system"));
            rule.demand()
                    .length()
                    .filter(id -> deadlines
                            .find(id)
                            .filter(found -> DAYS.contains(found.unit()))
                            .isEmpty())
                    .ifPresent(id -> problem(
                            problems, line, rule.id() + ": \"" + id + "\" is no deadline in days, weeks or months"));
        }
    }

    private static Stream<Selector> named(CaseRule rule) {
        Stream<String> others =
                switch (rule.demand()) {
                    case Demand.Within within -> within.from().stream();
                    case Demand.Before before -> before.since().stream();
                    case Demand.Recorded _, Demand.Repeated _ -> Stream.empty();
                };
        return Stream.of(
                        rule.on().stream(),
                        rule.impliedBy().stream(),
                        rule.state().stream(),
                        rule.demand().events().stream(),
                        others.map(event -> new Selector(event, Optional.empty())))
                .flatMap(each -> each);
    }

    private static boolean exists(Selector selector, IndicatorRegister indicators) {
        Optional<Indicator> found = IndicatorId.isValid(selector.event())
                ? indicators.find(new IndicatorId(selector.event()))
                : Optional.empty();
        return found.filter(each -> each.availability() == Availability.OPEN)
                .filter(each -> each.sourceKinds().contains(SOURCE))
                .filter(each -> selector.code().map(each::inRange).orElse(true))
                .isPresent();
    }

    private static void problem(List<PolicyProblem> problems, int line, String found) {
        problems.add(
                new PolicyProblem(PolicySet.CASE_RULES, line, found, "correct the name, or define it in its register"));
    }
}
