package dk.rettidig.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdRegisterTest {

    private static final String GOOD = """
            threshold:
              probability: 0.4
              ref: "r"
              confidence: proposal
            capacity:
              default: 7
              ref: "r"
              confidence: proposal
              municipalities:
                - {code: "999", flags: 3}
            """;

    @Test
    void theShippedRegisterHasNoProblem() {
        List<PolicyProblem> problems = new ArrayList<>();

        ThresholdRegister register = ThresholdRegister.read(PolicySetReader.shipped(), problems);

        assertThat(problems).isEmpty();
        assertThat(register.probability()).isBetween(0.01, 0.99);
        assertThat(register.capacity("999")).isPositive();
    }

    @Test
    void aMunicipalityWithoutAnEntryHasTheDefault() {
        List<PolicyProblem> problems = new ArrayList<>();

        ThresholdRegister register = read(GOOD, problems);

        assertThat(problems).isEmpty();
        assertThat(register.probability()).isEqualTo(0.4);
        assertThat(register.capacity("999")).isEqualTo(3);
        assertThat(register.capacity("101")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probability: 0.4 | probability: 1.0 | 2",
                "probability: 0.4 | probability: 0 | 2",
                "probability: 0.4 | probability: high | 2",
                "default: 7 | default: 0 | 6",
                "default: 7 | default: 7.5 | 6",
                "code: \"999\" | code: \"99\" | 10",
                "flags: 3 | flags: -3 | 10",
                "flags: 3 | flags: 3, probability: 0.2 | 10",
                "capacity: | capacities: | 1",
            })
    void whatCannotBeEnforcedIsAProblemAtItsLine(String good, String bad, int line) {
        List<PolicyProblem> problems = new ArrayList<>();

        read(GOOD.replace(good, bad), problems);

        assertThat(problems).isNotEmpty().anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("thresholds.yaml");
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    private static ThresholdRegister read(String text, List<PolicyProblem> problems) {
        PolicySet set =
                PolicySetReader.shipped().with(PolicyFile.of("thresholds.yaml", text.getBytes(StandardCharsets.UTF_8)));
        return ThresholdRegister.read(set, problems);
    }
}
