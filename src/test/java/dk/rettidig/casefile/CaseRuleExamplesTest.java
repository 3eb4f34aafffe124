package dk.rettidig.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.casefile.Finding.State;
import dk.rettidig.law.CaseRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of {@code policies/case-rules.yaml}, run. */
class CaseRuleExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheShippedRulesHolds() {
        return ShippedRules.REGISTER.all().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                rule.id() + ": " + example.given() + " asked " + example.asked(),
                                () -> assertThat(newest(rule, example).state().id())
                                        .isEqualTo(example.then()))));
    }

    @Test
    void everyRuleHasExamplesAtBothSidesOfItsBoundary() {
        for (CaseRule rule : ShippedRules.REGISTER.all()) {
            List<String> states =
                    rule.examples().stream().map(CaseRule.Example::then).toList();
            assertThat(states)
                    .as(rule.id())
                    .contains(State.MET.id())
                    .containsAnyOf(State.BREACHED.id(), State.OPEN.id());
            if (rule.demand().length().isPresent()) {
                assertThat(states).as(rule.id()).contains(State.OPEN.id(), State.BREACHED.id());
            }
        }
    }

    private static Finding newest(CaseRule rule, CaseRule.Example example) {
        CaseHistory history =
                CaseHistory.of(example.given().stream().map(CaseEvent::parse).toList());
        return ShippedRules.RULES.findings(history, example.asked()).stream()
                .filter(finding -> finding.rule().equals(rule))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
