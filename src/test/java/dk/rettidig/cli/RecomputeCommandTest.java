package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.ScoringResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A score is done again from an extract, with the release that comes with the program and nothing else. */
class RecomputeCommandTest {

    private static final ModelRef MODEL = ModelRef.parse("scorecard/1.2.0");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant KNOWN = Instant.parse("2026-11-18T08:00:00Z");

    @TempDir
    Path directory;

    private final List<KnownValue> values = new ArrayList<>();
    private double probability;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aScoreOfTheShippedRelease() throws Exception {
        ReleasedModel model = ReleasedModels.packaged(
                        Policies.load(PolicySetReader.shipped()).indicators())
                .find(MODEL)
                .orElseThrow();
        for (FeatureDefinition feature : model.features()) {
            double value = feature.edges().isEmpty()
                    ? feature.categories().getFirst()
                    : feature.edges().getFirst();
            values.add(new KnownValue(feature.indicator(), DAY.minusDays(1), DAY.minusDays(1), value, KNOWN, false));
        }
        ScoringResult result = model.scorer().score(AsOf.endOf(DAY), values);
        assertThat(result).isInstanceOf(ScoringResult.Scored.class);
        probability = ((ScoringResult.Scored) result).probability();
    }

    private String extract() {
        String inputs = values.stream()
                .map(value -> "{\"indicator\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"known_at\":\"%s\",\"value\":%s}"
                        .formatted(value.indicator(), value.from(), value.to(), value.knownAt(), value.value()))
                .collect(Collectors.joining(","));
        return "{\"format\":\"rettidig-extract/1\",\"entries\":[{\"number\":1,\"kind\":\"look_up\"},{\"number\":2,"
                + "\"kind\":\"flag\",\"score\":{\"model\":\"" + MODEL + "\",\"as_of\":\"" + DAY + "\",\"inputs\":["
                + inputs + "],\"probability\":" + probability + "}}]}";
    }

    private int recompute(String extract) throws IOException {
        Path file = Files.writeString(directory.resolve("extract.json"), extract);
        return new CommandLine(new RecomputeCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(file.toString());
    }

    @Test
    void theSameValuesGiveTheSameNumberToTheLastBit() throws IOException {
        assertThat(recompute(extract())).isZero();
        assertThat(out.toString()).contains("2. scorecard/1.2.0", Double.toString(probability), "to the last bit");
    }

    @Test
    void aNumberThatIsOneBitOffIsNotTheSame() throws IOException {
        probability = Math.nextUp(probability);

        assertThat(recompute(extract())).isEqualTo(1);
        assertThat(out.toString()).contains("NOT THE SAME");
    }

    @Test
    void aValueThatIsLeftOutShows() throws IOException {
        values.removeFirst();

        assertThat(recompute(extract())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scorecard/1.2.0 | scorecard/9.9.9 | 1",
                "scorecard/1.2.0 | ../../secret | 2",
                "rettidig-extract/1 | something-else/1 | 2",
                "\"score\" | \"skore\" | 2",
                "\"as_of\":\"2026-11-20\" | \"as_of\":\"2026-11-31\" | 2",
                "\"probability\": | \"probability\":\"x\",\"other\": | 2",
                "\"entries\":[ | \"entries\":[[ | 2",
            })
    void whatCannotBeDoneAgainIsSaid(String part, String other, int code) throws IOException {
        String extract = extract();
        assertThat(extract).contains(part);

        assertThat(recompute(extract.replace(part, other))).isEqualTo(code);
        assertThat(out + err.toString()).isNotBlank().doesNotContain("\tat ");
    }
}
