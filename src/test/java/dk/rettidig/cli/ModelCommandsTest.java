package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From invented children to a tested candidate as a person does it: synthesise, train, evaluate, release. */
class ModelCommandsTest {

    private static final String FOLDERS = """
            data:
              folders: ["ROWS"]
              municipalities: ["999"]
              approval: {basis: "", signed_at: "", dpia_with_dpo_advice: "", fria: "", notices: "", eu_registration: ""}
              train: {as_of: "2025-11-01"}
              test: {as_of: "2026-11-01"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before all tests
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Path candidate;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Run training;

    /** What a command did. */
    private record Run(int code, String output, String errors) {}

    @BeforeAll
    static void aCandidateIsTrainedFromAFolder() throws Exception {
        Path world = directory.resolve("world");
        Run made = run(
                new SynthesiseCommand(),
                "--out=" + world,
                "--children=30000",
                "--seed=2001",
                "--years=2",
                "--training-rows");
        assertThat(made.code()).as(made.errors()).isZero();
        for (String day : List.of("2025-11-01", "2026-11-01")) {
            assertThat(world.resolve("training").resolve(day))
                    .isDirectoryContaining("glob:**children.csv")
                    .isDirectoryContaining("glob:**observations.csv");
        }
        training = train("folder.yaml", text -> text);
        candidate = directory.resolve("candidates/scorecard/1.2.0");
    }

    @Test
    void trainingWritesACandidateAndSaysWhatComesNext() {
        assertThat(training.code()).as(training.errors()).isZero();
        assertThat(training.output())
                .contains(candidate.toString(), "AUC", "Børn i prøvedata", "Næste / next", "--key FILE")
                .contains("model.pb", "manifest.yaml");
        for (String file :
                List.of("model.pb", "manifest.yaml", "model-card.md", "points-table.md", "evaluation.json")) {
            assertThat(candidate.resolve(file)).isNotEmptyFile();
        }
        assertThat(candidate.resolve("manifest.sig"))
                .as("training signs nothing")
                .doesNotExist();
    }

    @Test
    void aRealMunicipalityIsRefusedByTheShippedRulesInBothLanguages() throws Exception {
        Run refused = train("real.yaml", text -> text.replace("[\"999\"]", "[\"360\"]"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors())
                .contains("training_rows_not_permitted", "signature_missing")
                .contains("Regelsættet tillader ikke", "The rule set does not permit");
    }

    @Test
    void aMissingDayAndAWrongSettingAreNamed() throws Exception {
        Run day = train("day.yaml", text -> text.replace("2025-11-01", "2024-11-01"));
        Run both = train("both.yaml", text -> text.replace("  municipalities:", "  children: 5\n  municipalities:"));

        assertThat(day.code()).isEqualTo(1);
        assertThat(day.errors()).contains("training_rows_malformed", "2024-11-01", "children.csv", "Ret den nævnte");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.errors()).contains("modelling_settings_malformed", "data");
    }

    @Test
    void anEvaluationOfACandidateWritesItsReportTwice() throws Exception {
        Path out = directory.resolve("evaluation");

        Run run = run(new EvaluateCommand(), candidate.toString(), "--resamples=20", "--out=" + out);

        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.output()).contains("1.2.0.html", "AUC");
        JsonNode report = new ObjectMapper().readTree(out.resolve("1.2.0.json").toFile());
        assertThat(report.path("subject").asText()).isEqualTo("scorecard/1.2.0");
        assertThat(report.path("resamples").asInt()).isEqualTo(20);
        assertThat(report.path("comparisons")).hasSize(1);
        assertThat(Files.readString(out.resolve("1.2.0.html")))
                .contains("<html lang=\"da\">", "pseudonymised rows of folders")
                .doesNotContain("src=\"http", "@import");
    }

    @Test
    void theChallengerStandsBesideTheModelWhenAskedFor() throws Exception {
        Path out = directory.resolve("challenged");

        Run run = run(new EvaluateCommand(), candidate.toString(), "--challenger", "--resamples=0", "--out=" + out);

        assertThat(run.code()).as(run.errors()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.resolve("1.2.0.json").toFile());
        assertThat(report.path("comparisons")).hasSize(2);
        JsonNode trees = report.at("/comparisons/1");
        assertThat(trees.path("id").asText()).isEqualTo("boosted_challenger");
        assertThat(trees.at("/overall/auc/value").asDouble()).isBetween(0.55, 0.95);
        assertThat(report.at("/comparisons/0/overall/auc/value").asDouble())
                .as("the model's own columns")
                .isEqualTo(new ObjectMapper()
                        .readTree(candidate.resolve("evaluation.json").toFile())
                        .at("/comparisons/0/overall/auc/value")
                        .asDouble());
        assertThat(run(new EvaluateCommand(), "--csv=x.csv", "--label=a", "--score=b", "--challenger")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void evaluationAndReleaseRefuseAFolderThatIsNoCandidateOrWasChanged() throws Exception {
        Path changed = copy("changed");
        Files.writeString(changed.resolve("model-card.md"), "another card");

        for (Object command : List.of(new EvaluateCommand(), new ReleaseCommand())) {
            Run nothing = run(command, directory.resolve("nothing").toString());
            assertThat(nothing.code()).isEqualTo(1);
            assertThat(nothing.errors()).contains("cannot be read");
        }
        for (Object command : List.of(new EvaluateCommand(), new ReleaseCommand())) {
            Run other = run(command, changed.toString());
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.errors()).contains("model-card.md is not the file that training wrote");
        }
        assertThat(run(new EvaluateCommand(), candidate.toString(), "--label=x").code())
                .isEqualTo(2);
        assertThat(run(new ReleaseCommand()).code()).isEqualTo(2);
    }

    @Test
    void aFailedGateNamesTestFigureAndLimitAndSignsNothing() throws Exception {
        Path models = directory.resolve("models");
        Path key = directory.resolve("release.key");

        Run run = run(new ReleaseCommand(), candidate.toString(), "--key=" + key, "--out=" + models);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("ikke bestået, ikke underskrevet / failed, not signed")
                .containsPattern("ok +reproduced +1.0000 +at least 1.0")
                .containsPattern("ok +direction_violations +0.0000 +at most 0.0")
                .containsPattern("FAILED +smallest_group");
        assertThat(run.errors()).contains("... leakage", "... stability and challenger");
        assertThat(models).doesNotExist();
        assertThat(key).as("a key is made for what is signed").doesNotExist();
    }

    private static Run train(String name, UnaryOperator<String> change) throws IOException {
        String shipped = Files.readString(Path.of("models/settings/scorecard.yaml"));
        String folders =
                FOLDERS.replace("ROWS", directory.resolve("world/training").toString());
        String settings = shipped.replaceFirst("(?s)data:\n.*?\n\n", folders.replace("$", "") + "\n")
                .replace("bootstrap: 1000", "bootstrap: 10")
                .replace("minimum_bin: 100", "minimum_bin: 25");
        Path file = Files.writeString(directory.resolve(name), change.apply(settings));
        return run(new TrainCommand(), file.toString(), "--out=" + directory.resolve("candidates"));
    }

    private static Path copy(String name) throws IOException {
        Path to = Files.createDirectories(directory.resolve(name));
        try (var files = Files.list(candidate)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static Run run(Object command, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        return new Run(code, output.toString(), errors.toString());
    }
}
