package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {

    private static final Path COMPAS = Path.of("../shared/data/compas/compas-two-years-deidentified.csv");
    private static final Path DROPOUT = Path.of("../shared/data/student-dropout/student-dropout.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @Test
    void figuresOfASmallFileAreThoseWorkedOutByHand() throws Exception {
        Path file = file("""
                score,label,group
                0.9,1,a
                0.8,0,a
                0.7,1,a
                0.4,1,b
                0.3,0,b
                0.2,0,b
                0.1,0,b
                """);

        JsonNode report = report(file, "--label", "label", "--score", "score", "--threshold", "0.5");

        JsonNode overall = report.at("/comparisons/0/overall");
        assertThat(value(overall, "base_rate")).isCloseTo(3 / 7.0, within(1e-12));
        assertThat(value(overall, "auc")).as("10 of 12 pairs").isCloseTo(10 / 12.0, within(1e-12));
        assertThat(value(overall, "false_positive_rate")).isCloseTo(0.25, within(1e-12));
        assertThat(value(overall, "false_negative_rate")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(value(overall, "precision")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(value(overall, "average_precision")).isCloseTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(1e-12));
        assertThat(value(overall, "brier")).isCloseTo((.01 + .64 + .09 + .36 + .09 + .04 + .01) / 7, within(1e-12));
    }

    @Test
    void aSmallGroupIsLeftOutAndTheReportSaysSo() throws Exception {
        StringBuilder csv = new StringBuilder("score;label;group\n");
        for (int row = 0; row < 60; row++) {
            csv.append(row / 60.0)
                    .append(';')
                    .append(row % 2)
                    .append(';')
                    .append(row < 57 ? "large" : "three")
                    .append('\n');
        }
        csv.append("0.5;1;\n");

        JsonNode report = report(file(csv.toString()), "--label", "label", "--score", "score", "--group", "group");

        JsonNode groups = report.at("/comparisons/0/groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).path("level").asText()).isEqualTo("large");
        assertThat(groups.get(0).path("suppressed").asBoolean()).isFalse();
        assertThat(groups.get(0).path("few").asBoolean()).isTrue();
        assertThat(groups.get(1).path("suppressed").asBoolean()).isTrue();
        assertThat(groups.get(1).path("rows").asInt()).isEqualTo(-1);
        assertThat(groups.get(1).path("figures").isEmpty()).isTrue();
        assertThat(report.path("remarks").toString()).contains("færre end 20", "fewer than 20");
        assertThat(Files.readString(directory.resolve("out/data.html"))).contains("udeladt: for få rækker");
    }

    @Test
    void peoplesDecisionsAreMeasuredByTheSameFigures() throws Exception {
        JsonNode report = report(
                file("s,y,d\n0.9,1,1\n0.2,0,1\n0.6,1,0\n0.1,0,0\n"), "--label", "y", "--score", "s", "--decision", "d");

        JsonNode people = report.at("/comparisons/1");
        assertThat(people.path("id").asText()).isEqualTo("people");
        assertThat(value(people.path("overall"), "false_positive_rate")).isEqualTo(0.5);
        assertThat(value(people.path("overall"), "false_negative_rate")).isEqualTo(0.5);
        assertThat(people.path("overall").has("brier"))
                .as("a decision is no probability")
                .isFalse();
    }

    @Test
    void bothModelsLearnFromColumnsOfNumbersTextsAndNothingAtAll() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("x,kind,constant,empty,gone,y\n");
        for (int row = 0; row < 1500; row++) {
            double x = random.nextDouble();
            String kind = random.nextBoolean() ? "red" : "blå, \"mørk\"";
            boolean outcome = random.nextDouble() < 0.7 * x + (kind.equals("red") ? 0.25 : 0);
            csv.append(random.nextInt(10) == 0 ? "NaN" : Double.toString(x))
                    .append(",\"")
                    .append(kind.replace("\"", "\"\""))
                    .append("\",7,,")
                    .append(random.nextInt(3) == 0 ? "" : "1")
                    .append(',')
                    .append(outcome ? "ja" : "nej")
                    .append('\n');
        }

        JsonNode report = report(
                file(csv.toString()), "--label", "y", "--features", "x,kind,constant,empty,gone", "--increasing", "x");

        for (JsonNode comparison : report.path("comparisons")) {
            assertThat(value(comparison.path("overall"), "auc"))
                    .as(comparison.path("id").asText())
                    .isGreaterThan(0.72);
            assertThat(value(comparison.path("overall"), "calibration_error")).isLessThan(0.08);
        }
        assertThat(report.path("comparisons")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,y~0.1,1~0.2,1 | --label,y,--score,s | evaluation_one_class",
                "s,y~0.1,1~0.2,0 | --label,outcome,--score,s | evaluation_column_missing",
                "s,y~0.1,1~0.2,0 | --label,y,--score,s,--group,race | evaluation_column_missing",
                "s,y~0.1,1~high,0 | --label,y,--score,s | evaluation_value_malformed",
                "s,y~0.1,1~,0 | --label,y,--score,s | evaluation_score_missing",
                "s,y~0.1,1~NaN,0 | --label,y,--score,s | evaluation_score_missing",
                "s,y~0.1,1~Infinity,0 | --label,y,--score,s | evaluation_value_malformed",
                "s,y~0.1,1~0.2,NaN | --label,y,--score,s | evaluation_label_refused",
                "s,y~0.1,1~0.2,0~0.3,1,x | --label,y,--score,s | evaluation_csv_malformed",
                "s,y~0.1,Graduate~0.2,Dropout | --label,y,--score,s | evaluation_label_refused",
                "s,y~0.1,1~0.2,0 | --label,y,--positive,2,--score,s | evaluation_label_refused",
                "s,y~0.1,1~0.2 | --label,y,--score,s | evaluation_csv_malformed",
                "s,y | --label,y,--score,s | evaluation_csv_malformed",
            })
    void aFileThatDoesNotAllowItIsRefusedWithWhatToDo(String csv, String options, String code) throws Exception {
        Path file = file(csv.replace('~', '\n') + "\n");

        assertThat(evaluate(file, options.split(","))).isEqualTo(1);

        assertThat(errors.toString()).contains(code);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextAndAMissingFileAreRefused() throws Exception {
        Path latin = directory.resolve("latin.csv");
        Files.write(latin, "s,y\n0.1,1\nå,0\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(evaluate(latin, "--label", "y", "--score", "s")).isEqualTo(1);
        assertThat(evaluate(directory.resolve("nowhere.csv"), "--label", "y", "--score", "s"))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("evaluation_csv_malformed", "UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"--label=y", "--score=s", "--label=y|--score=s|--features=x", "--label=y|--score=s|--smallest-group=2"})
    void optionsThatDoNotFitTogetherAreUsageErrors(String options) throws Exception {
        Path file = file("s,y,x\n0.1,1,2\n0.2,0,3\n");

        assertThat(evaluate(file, options.split("\\|"))).isEqualTo(2);
    }

    @Test
    void proPublicasRatesOfCompasComeOutToFourDigits() throws Exception {
        assumeTrue(Files.exists(COMPAS), "needs the public COMPAS file, which is not part of the project");

        JsonNode report = report(
                COMPAS, "--label", "two_year_recid", "--score", "decile_score", "--threshold", "5", "--group", "race");

        assertThat(value(report.at("/comparisons/0/overall"), "auc")).isCloseTo(.7022, within(5e-5));
        JsonNode black = group(report, "African-American");
        JsonNode white = group(report, "Caucasian");
        assertThat(value(black, "false_positive_rate")).isCloseTo(.4485, within(5e-5));
        assertThat(value(black, "false_negative_rate")).isCloseTo(.2799, within(5e-5));
        assertThat(value(white, "false_positive_rate")).isCloseTo(.2345, within(5e-5));
        assertThat(value(white, "false_negative_rate")).isCloseTo(.4772, within(5e-5));
        assertThat(value(black, "auc")).isCloseTo(.6918, within(5e-5));
        assertThat(value(white, "auc")).isCloseTo(.6931, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"24, .8236, .8145", "36, .9210, .9158"}) // what is known at enrolment, and all
    void ourModelsComeNearThePublishedBaselines(int columns, double logistic, double boosted) throws Exception {
        assumeTrue(Files.exists(DROPOUT), "needs the public UCI 697 file, which is not part of the project");
        List<String> all = Arrays.asList(Files.readAllLines(DROPOUT).getFirst().split(","));
        List<String> features = new ArrayList<>(all.subList(0, columns - 3));
        features.addAll(List.of("Unemployment rate", "Inflation rate", "GDP"));
        assertThat(features).hasSize(columns).doesNotContain("Target");

        JsonNode report =
                report(DROPOUT, "--label", "Target", "--positive", "Dropout", "--features", String.join(",", features));

        assertThat(value(report.at("/comparisons/0/overall"), "auc"))
                .as("scorecard")
                .isGreaterThan(logistic - .01);
        assertThat(value(report.at("/comparisons/1/overall"), "auc"))
                .as("boosted")
                .isGreaterThan(boosted - .015);
    }

    @Test
    void theyComeNearThemOnCompasToo() throws Exception {
        assumeTrue(Files.exists(COMPAS), "needs the public COMPAS file, which is not part of the project");

        JsonNode report = report(
                COMPAS,
                "--label",
                "two_year_recid",
                "--features",
                "sex,age,juv_fel_count,juv_misd_count,juv_other_count,priors_count,c_charge_degree");

        assertThat(value(report.at("/comparisons/0/overall"), "auc"))
                .as("scorecard")
                .isGreaterThan(.7240 - .01);
        assertThat(value(report.at("/comparisons/1/overall"), "auc"))
                .as("boosted")
                .isGreaterThan(.7146 - .015);
    }

    private static JsonNode group(JsonNode report, String level) {
        for (JsonNode each : report.at("/comparisons/0/groups")) {
            if (each.path("level").asText().equals(level)) {
                return each.path("figures");
            }
        }
        throw new AssertionError("no group " + level);
    }

    private static double value(JsonNode figures, String name) {
        return figures.path(name).path("value").asDouble(Double.NaN);
    }

    private JsonNode report(Path file, String... options) throws IOException {
        String[] all = Stream.concat(Stream.of("--resamples", "20"), Stream.of(options))
                .toArray(String[]::new);
        assertThat(evaluate(file, all)).as("%s", errors).isZero();
        String name = file.getFileName().toString().replace(".csv", ".json");
        return new ObjectMapper()
                .readTree(directory.resolve("out").resolve(name).toFile());
    }

    private int evaluate(Path file, String... options) {
        CommandLine line = new CommandLine(new EvaluateCommand());
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(output, true));
        List<String> all = new ArrayList<>(List.of(
                "--csv", file.toString(), "--out", directory.resolve("out").toString()));
        all.addAll(List.of(options));
        return line.execute(all.toArray(String[]::new));
    }

    private Path file(String csv) throws IOException {
        return Files.writeString(directory.resolve("data.csv"), csv);
    }
}
