package dk.rettidig.modelling.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.SmallTraining;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.UnsignedRelease;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.synthetic.PopulationSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented children written out as a data team would write real ones give the model that they give when made up. */
class FolderTrainingTest {

    private static final TrainingSettings.Data MADE_UP = new TrainingSettings.Data(
            2001, 45_000, 120, new TrainingSettings.Cohort("2025-11-01"), new TrainingSettings.Cohort("2026-11-01"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before all tests
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Policies policies;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static UnsignedRelease fromFolder;

    @BeforeAll
    static void aFolderIsTrainedFrom() throws Exception {
        policies = Policies.load(PolicySetReader.shipped());
        PopulationSettings latest = PopulationSettings.of(MADE_UP.seed(), MADE_UP.children())
                .withAsOf(MADE_UP.test().day())
                .withScopeDays(MADE_UP.scopeDays());
        for (PopulationSettings cohort : List.of(latest.before(1), latest)) {
            new FolderWriter(policies.indicators()).write(cohort, directory);
        }
        fromFolder = trained(folders());
    }

    @Test
    void itIsTheModelOfTheSameChildrenMadeUp() {
        UnsignedRelease madeUp = trained(MADE_UP);
        ModelManifest one = fromFolder.manifest();
        ModelManifest other = madeUp.manifest();

        assertThat(fromFolder.file(ReleasedModels.MODEL)).isEqualTo(madeUp.file(ReleasedModels.MODEL));
        assertThat(fromFolder.file(ReleasedModels.POINTS)).isEqualTo(madeUp.file(ReleasedModels.POINTS));
        assertThat(one.features()).isEqualTo(other.features());
        assertThat(one.bias()).isEqualTo(other.bias());
        assertThat(one.calibration()).isEqualTo(other.calibration());
        assertThat(one.frequencies()).isEqualTo(other.frequencies());
        assertThat(one.abstention()).isEqualTo(other.abstention());
        assertThat(fromFolder.evaluation().rows()).isEqualTo(madeUp.evaluation().rows());
    }

    @Test
    void theManifestNamesEveryFileThatWasReadByItsDigest() throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        file.toString(),
                        ModelDigest.of(Files.readAllBytes(file)).value());
            }
        }
        Map<String, String> named = new TreeMap<>();
        fromFolder
                .manifest()
                .provenance()
                .path("inputs")
                .properties()
                .forEach(each -> named.put(each.getKey(), each.getValue().asText()));

        assertThat(named).hasSize(4).isEqualTo(digests);
        assertThat(trained(MADE_UP).manifest().provenance().path("inputs")).isEmpty();
    }

    @Test
    void theSameFolderGivesTheSameBytes() {
        UnsignedRelease again = trained(folders());

        for (String name : List.of(
                ReleasedModels.MODEL,
                ReleasedModels.MANIFEST,
                ReleasedModels.CARD,
                ReleasedModels.POINTS,
                ReleasedModels.EVALUATION)) {
            assertThat(again.file(name)).as(name).isEqualTo(fromFolder.file(name));
        }
    }

    @Test
    void ofRealChildrenNobodySaysWhatTheirTrueNeedIs() {
        EvaluationReport evaluation = fromFolder.evaluation();
        String card = new String(fromFolder.file(ReleasedModels.CARD), StandardCharsets.UTF_8);

        assertThat(evaluation.comparisons())
                .extracting(EvaluationReport.Comparison::id)
                .containsExactly("model");
        assertThat(evaluation.comparisons().getFirst().groups())
                .extracting(EvaluationReport.GroupFigures::attribute)
                .contains("age band", "sex", "municipality")
                .doesNotContain("synthetic group g");
        assertThat(card)
                .contains("Pseudonymiserede rækker", "Pseudonymised rows")
                .doesNotContain("syntetisk", "synthetic");
        assertThat(fromFolder.manifest().provenance().path("data").asText()).isEqualTo("pseudonymised rows of folders");
    }

    private static UnsignedRelease trained(TrainingSettings.Cohorts data) {
        TrainingSettings small = SmallTraining.settings();
        TrainingSettings settings = new TrainingSettings(
                small.model(),
                small.target(),
                small.seed(),
                small.trainedAt(),
                data,
                small.split(),
                small.trainer(),
                small.abstention(),
                small.features());
        return new Training(settings, policies.indicators(), SettingsRows.under(policies, Clock.systemUTC())).run();
    }

    private static TrainingSettings.Folders folders() {
        return new TrainingSettings.Folders(
                List.of(directory.toString()),
                List.of("999"),
                new TrainingSettings.Approval("", "", "", "", "", ""),
                MADE_UP.train(),
                MADE_UP.test());
    }
}
