package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A file of a million rows is evaluated whole; how fast is in docs/performance.md. */
class EvaluateMillionTest {

    private static final int ROWS = 1_000_000;
    private static final int GROUPS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @Test
    void everyRowOfAMillionCountsAndTheThreeOfASmallGroupAreLeftOut() throws Exception {
        StringWriter errors = new StringWriter();
        CommandLine line = new CommandLine(new EvaluateCommand());
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(new StringWriter(), true));

        int exit = line.execute(
                "--csv=" + million(),
                "--label=label",
                "--score=score",
                "--threshold=0.5",
                "--group=group",
                "--resamples=2",
                "--out=" + directory);

        assertThat(exit).as("%s", errors).isZero();
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("million.json").toFile());
        assertThat(report.path("rows").asInt()).isEqualTo(ROWS);
        JsonNode overall = report.at("/comparisons/0/overall");
        assertThat(overall.at("/base_rate/value").asDouble()).isCloseTo(0.5, within(0.003));
        assertThat(overall.at("/auc/value").asDouble())
                .as("a score that is its own probability, evenly spread")
                .isCloseTo(5 / 6.0, within(0.003));
        assertThat(overall.at("/calibration_gap/value").asDouble()).isCloseTo(0, within(0.003));
        int rows = 0;
        for (JsonNode group : report.at("/comparisons/0/groups")) {
            boolean three = group.path("level").asText().equals("three");
            assertThat(group.path("suppressed").asBoolean()).isEqualTo(three);
            rows += three ? 3 : group.path("rows").asInt();
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    private Path million() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Path file = directory.resolve("million.csv");
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("score,label,group\n");
            for (int row = 0; row < ROWS; row++) {
                double score = random.nextInt(10_000) / 10_000.0;
                csv.write(score + (random.nextDouble() < score ? ",1," : ",0,")
                        + (row < 3 ? "three" : "g" + row % GROUPS) + "\n");
            }
        }
        return file;
    }
}
