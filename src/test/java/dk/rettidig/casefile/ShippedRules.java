package dk.rettidig.casefile;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.calendar.DanishHolidays;
import dk.rettidig.law.calendar.DeadlineEngine;
import java.util.List;

/** The rules that ship. */
final class ShippedRules {

    private static final Policies POLICIES = policies();

    static final CaseRuleRegister REGISTER = POLICIES.caseRules();

    static final CaseRules RULES =
            new CaseRules(REGISTER, POLICIES.deadlines(), new DeadlineEngine(new DanishHolidays(List.of())));

    private ShippedRules() {}

    private static Policies policies() {
        try {
            return Policies.load(PolicySetReader.shipped());
        } catch (PolicySetException broken) {
            throw new IllegalStateException(broken.problems().toString(), broken);
        }
    }
}
