package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorKind;
import dk.rettidig.law.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role reads runs for its own purpose; who then may, the rules say, and the walk past every route tests. */
class RunReadersTest {

    @ParameterizedTest
    @CsvSource({
        "CASEWORKER, CHILD_SUPPORT",
        "TEAM_LEADER, CHILD_SUPPORT",
        "DATA_TEAM_PERSON, ADMINISTRATION",
        "OPERATOR, ADMINISTRATION",
        "DATA_PROTECTION_OFFICER, SUPERVISION",
        "LEGAL_REVIEWER, SUPERVISION",
        "MODEL_OWNER, MODEL_DEVELOPMENT",
        "CITIZENS_ADVISER, CHILD_SUPPORT",
        "PUBLIC, CHILD_SUPPORT"
    })
    void asksForThePurposeOfTheRole(ActorKind role, Purpose purpose) {
        assertThat(RunReaders.purpose(role)).isEqualTo(purpose);
    }
}
