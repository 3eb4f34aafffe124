package dk.rettidig.gate;

import static dk.rettidig.gate.Ask.aDelivery;
import static dk.rettidig.gate.Ask.aRealRun;
import static dk.rettidig.gate.Ask.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A decision can be taken again under the set of its day. */
class ReplayTest {

    @Test
    void theSameQuestionGetsTheSameAnswerAfterALaterSetChangedItsMind() {
        // Given
        RecordedDecision recorded =
                RecordedDecision.of(aDelivery().question(), aDelivery().ofShipped());
        PolicySet stricter = Policy.changed(
                PolicySet.LEGAL_BASES,
                "source_kinds: [notification-register, school, daycare, benefits, housing, case-system]",
                "source_kinds: [housing]");

        // When
        PolicyEngine old = new PolicyEngine(Policy.load(PolicySetReader.shipped()));
        PolicyEngine later = new PolicyEngine(Policy.load(stricter));

        // Then
        assertThat(recorded.sameAs(old.evaluate(recorded.question()))).isTrue();
        assertThat(recorded.sameAs(later.evaluate(recorded.question()))).isFalse();
        assertThat(stricter.digest()).isNotEqualTo(recorded.policy());
    }

    @Test
    void aDecisionSurvivesTheRecord() throws Exception {
        for (Ask asked : List.of(aDelivery(), aRun(), aRealRun(), aDelivery().indicators("PAR_PSYCH"))) {
            RecordedDecision before = RecordedDecision.of(asked.question(), asked.ofShipped());
            var json = new com.fasterxml.jackson.databind.ObjectMapper()
                    .valueToTree(Map.of("body", Map.of("fields", before.fields().open())));

            assertThat(RecordedDecision.find(json)).containsExactly(before);
        }
    }

    @Test
    void theRecordOfADecisionNamesNobody() {
        Map<String, Object> open = RecordedDecision.of(
                        aDelivery().question(), aDelivery().ofShipped())
                .fields()
                .open();

        assertThat(open.toString()).doesNotContain("hidden").doesNotContain("name=");
        assertThat(open).containsOnlyKeys("policy", "outcome", "rules", "request");
    }

    @Test
    void everySetOfManyStaysCachedAndDecides() {
        // Given: more sets than any cache would hold by accident
        List<PolicyEngine> engines = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> new PolicyEngine(Policy.load(PolicySetReader.shipped()
                        .with(PolicyFile.of(PolicySet.RULES, Policy.text(PolicySet.RULES) + "\n// " + i)))))
                .toList();

        assertThat(engines)
                .allSatisfy(engine -> assertThat(aDelivery().of(engine)).isInstanceOf(Evaluation.Permitted.class));
    }
}
