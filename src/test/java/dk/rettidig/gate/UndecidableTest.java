package dk.rettidig.gate;

import static dk.rettidig.gate.Ask.aDelivery;
import static dk.rettidig.gate.Ask.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.law.PolicySet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be decided is never permitted. */
class UndecidableTest {

    @Test
    void anErrorInAForbidNeverLooksLikeAPermit() {
        // Given: validation cannot see that this overflows
        PolicySet set = Policy.extended(PolicySet.RULES, """

                @id("erring")
                @danish("fejler")
                @english("fails")
                @citation("test")
                forbid (principal, action, resource)
                when { context.now * 9223372036854775807 > 5 };
                """);

        // When
        Evaluation evaluation = aDelivery().of(new PolicyEngine(Policy.load(set)));

        // Then
        assertThat(evaluation).isInstanceOf(Evaluation.Undecidable.class);
        assertThat(evaluation.rules()).containsExactly("erring");
    }

    @Test
    void anErrorInAPermitThatIsNotNeededIsUndecidableToo() {
        PolicySet set = Policy.extended(PolicySet.RULES, """

                @id("erring_permit")
                @danish("fejler")
                @english("fails")
                @citation("test")
                permit (principal, action == Action::"deliver", resource)
                when { context.now * 9223372036854775807 > 5 };
                """);

        assertThat(aDelivery().of(new PolicyEngine(Policy.load(set)))).isInstanceOf(Evaluation.Undecidable.class);
    }

    @Test
    void aRequestWithoutARequiredAttributeIsUndecidable() {
        assertThat(aRun().attributes(Map.of()).ofShipped().rules()).containsExactly("attribute_missing");
        assertThat(aRun().attributes(Map.of("model", " ")).ofShipped()).isInstanceOf(Evaluation.Undecidable.class);
    }

    @Test
    void aRequestWithAnAttributeThatNoRuleKnowsIsUndecidable() {
        assertThat(aRun().with("modle", "gladsaxe-points").ofShipped().rules()).containsExactly("attribute_unknown");
        assertThat(aRun().with("run", "x".repeat(401)).ofShipped().rules()).containsExactly("attribute_too_long");
    }
}
