package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymDomainTest {

    @ParameterizedTest
    @CsvSource({
        "999.child_support.1,999.child_support.2,child_support,",
        "999.child_support.school.1,999.child_support.school.2,child_support.school,school",
        "101.child_support.day_care.41,101.child_support.day_care.42,child_support.day_care,day_care"
    })
    void isReadAsItIsPrintedAndLeadsToItsNextEpoch(String text, String next, String purpose, String source) {
        PseudonymDomain domain = PseudonymDomain.parse(text);

        assertThat(domain.text()).isEqualTo(text).hasToString(domain.toString());
        assertThat(domain.next().text()).isEqualTo(next);
        assertThat(domain.purpose()).isEqualTo(purpose);
        assertThat(domain.source().orElse(null)).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "999",
                "999.child_support",
                "999.1",
                "99.child_support.1",
                "999.child_support.0",
                "999.child_support.10000",
                "999.child_support.school",
                "999.child_support.school.a.1",
                "999.child_support..1",
                "999.child_support.School.1",
                "999.child_support.1.school",
                "999.child_support.2.1",
                "999.child_support.school.1 "
            })
    void nothingElseIsADomain(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PseudonymDomain.parse(text));
    }

    @Test
    void aSourceBelongsToTheMunicipalityAndTheUseThatItNames() {
        PseudonymDomain school = PseudonymDomain.parse("999.child_support.school.7");

        assertThat(school.isOfSourceUnder(PseudonymDomain.parse("999.child_support.3")))
                .as("each has epochs of its own")
                .isTrue();
        for (String other : new String[] {"101.child_support.1", "999.other_use.1", "999.child_support.school.1"}) {
            assertThat(school.isOfSourceUnder(PseudonymDomain.parse(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(PseudonymDomain.parse("999.child_support.1").isOfSourceUnder(school))
                .isFalse();
        assertThat(PseudonymDomain.isSource("day_care")).isTrue();
        assertThat(PseudonymDomain.isSource("Day care")).isFalse();
    }
}
