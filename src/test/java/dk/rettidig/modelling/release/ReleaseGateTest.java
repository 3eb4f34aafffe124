package dk.rettidig.modelling.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.SmallTraining;
import dk.rettidig.modelling.SyntheticRows;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.release.GateReport.Finding;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelManifest.FileEntry;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad model is refused by the test that is there for it, and an honest one passes that test. */
class ReleaseGateTest {

    private static final Path SHIPPED = Path.of("models/scorecard/1.2.0");
    private static final Policies POLICIES = policies();
    private static final Map<String, List<TrainingRow>> READ = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Candidate honest;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static GateReport honestReport;

    @BeforeAll
    static void anHonestModelIsTested() {
        honest = trained(SmallTraining.settings(), ReleaseGateTest::rows);
        honestReport = report(honest, ReleaseGateTest::rows);
    }

    @Test
    void anHonestModelHoldsEveryLimitThatDoesNotDependOnTheNumberOfChildrenAndInputs() {
        assertThat(honestReport.failed().stream().map(Finding::id))
                .as("%s", honestReport.failed())
                .isSubsetOf(
                        "calibration_error",
                        "age_band_auc_gap",
                        "age_band_calibration_error",
                        "group_calibration_gap",
                        "group_flag_rate_ratio",
                        "false_positive_gap",
                        "false_negative_gap",
                        "smallest_group",
                        "seed_instability",
                        "challenger_lead",
                        "step_effect",
                        "abstention_strange");
        assertThat(honestReport.findings().stream().map(Finding::id))
                .containsExactlyElementsOf(POLICIES.releaseLimits().all().stream()
                        .map(limit -> limit.id())
                        .toList());
        assertThat(honestReport.findings()).noneMatch(each -> Double.isNaN(each.figure()));
    }

    @Test
    void aModelThatKnewTheFutureIsRefusedWhereverItLearnedIt() {
        Function<List<FeatureDefinition>, CohortRows> leaking =
                features -> changed(features, row -> leaked(features, row));
        Candidate leaky = trained(SmallTraining.settings(), leaking);

        GateReport onHonestRows = report(leaky, ReleaseGateTest::rows);
        GateReport onLeakingRows = report(leaky, leaking);

        assertRefused(onHonestRows, "future_information_auc_drop", "reproduced");
        assertRefused(onLeakingRows, "single_feature_auc");
        assertThat(finding(onLeakingRows, "single_feature_auc").detail()).isEqualTo("SUP_EARLIER");
        assertHeld("future_information_auc_drop", "reproduced", "single_feature_auc");
    }

    @Test
    void aModelThatIsWorseForTheYoungestIsRefused() {
        Function<List<FeatureDefinition>, CohortRows> blindToInfants = features -> changed(features, row -> {
            double[] values = row.values().clone();
            if (row.ageBand() == 1) {
                Arrays.fill(values, 0);
            }
            return row.withValues(values);
        });

        GateReport report = report(trained(SmallTraining.settings(), blindToInfants), blindToInfants);

        assertRefused(report, "age_band_auc_gap");
        assertThat(finding(report, "age_band_auc_gap").figure())
                .isGreaterThan(2 * finding(honestReport, "age_band_auc_gap").figure());
        assertThat(finding(report, "age_band_auc_gap").detail()).endsWith("age band: 0-2");
    }

    @Test
    void aModelWhoseSmallestStepDecidesEverythingIsRefused() throws Exception {
        Candidate jumping = rewritten(
                yaml -> yaml.replaceFirst("(indicator: NOTIF_PRIOR(?s:.*?)weights:\\n  - )[0-9.]+", "$1" + "9.0"));

        GateReport report = report(jumping, ReleaseGateTest::rows);

        assertRefused(report, "step_effect", "loads");
        assertThat(finding(report, "step_effect").figure())
                .isGreaterThan(1.5 * finding(honestReport, "step_effect").figure());
        assertThat(finding(report, "step_effect").detail()).isEqualTo("NOTIF_PRIOR");
        assertHeld("loads");
    }

    @Test
    void aModelInWhichMoreOfAnInputHelpsIsRefused() throws Exception {
        Candidate turned = rewritten(
                yaml -> yaml.replaceFirst("(indicator: SUP_EARLIER(?s:.*?)weights:\\n  - )[0-9.]+", "$1" + "-0.8"));

        GateReport report = report(turned, ReleaseGateTest::rows);

        assertRefused(report, "direction_violations", "ordered_pairs", "loads");
        assertThat(finding(report, "direction_violations").detail()).isEqualTo("SUP_EARLIER");
        assertHeld("direction_violations", "ordered_pairs");
    }

    @Test
    void aModelThatClaimsTheRightTargetAndLearnedAnotherIsRefused() {
        Function<List<FeatureDefinition>, CohortRows> notifiedAgain = features -> changed(
                features,
                row -> row.withValues(row.values())
                        .withOutcome(row.truth().orElseThrow().points() > 0));
        Candidate other = trained(SmallTraining.settings(), notifiedAgain);

        assertRefused(report(other, ReleaseGateTest::rows), "reproduced");
    }

    @ParameterizedTest
    @ValueSource(strings = {ReleasedModels.CARD, ReleasedModels.POINTS, ReleasedModels.EVALUATION})
    void aModelWhosePapersSayAnythingElseThanTrainingWroteIsRefused(String file) throws Exception {
        Candidate flattered = withFile(file, "Alt er fint / all is well\n");

        GateReport report = report(flattered, ReleaseGateTest::rows);

        assertRefused(report, "reproduced");
        assertThat(finding(report, "reproduced").detail()).isEqualTo(file + " differs when it is trained again");
    }

    @Test
    void aModelWithAnotherTargetIsRefusedBeforeAndAtTheGate() throws Exception {
        assertThatThrownBy(() -> trained(SmallTraining.settings("placed"), ReleaseGateTest::rows))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.TARGET_REFUSED));
        Candidate renamed = rewritten(yaml -> yaml.replace("id: assessed-need-within-six-months", "id: placed"));

        assertRefused(report(renamed, ReleaseGateTest::rows), "target_is_need");
        assertHeld("target_is_need");
    }

    @Test
    void onlyWhatPassedIsSignedAndOnlyOnce() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        GateReport passed = allPassed(honestReport);
        ReleaseSigner signer = new ReleaseSigner(key);

        assertThatThrownBy(() -> signer.release(honest, failed(honestReport), directory))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.GATE_FAILED));
        assertThat(directory).isEmptyDirectory();
        Path folder = signer.release(honest, passed, directory);

        assertThat(folder).isDirectoryContaining("glob:**gate-report.json");
        assertThat(ReleasedModels.in(
                                directory,
                                dk.rettidig.scoring.ReleaseKeys.of(key.verifyingKey()),
                                POLICIES.indicators())
                        .find(honest.manifest().ref()))
                .isPresent();
        assertThatThrownBy(() -> signer.release(honest, passed, directory))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.RELEASE_EXISTS));
    }

    @Test
    void theShippedModelCarriesTheReportOfAGateWithTodaysLimits() throws Exception {
        JsonNode report =
                new ObjectMapper().readTree(SHIPPED.resolve("gate-report.json").toFile());

        assertThat(report.path("passed").asBoolean()).isTrue();
        assertThat(report.path("model_sha256").asText())
                .isEqualTo(ModelDigest.of(Files.readAllBytes(SHIPPED.resolve("model.pb")))
                        .value());
        List<String> limits = new ArrayList<>();
        report.path("findings").forEach(each -> {
            limits.add(each.path("id").asText());
            var limit = POLICIES.releaseLimits().find(each.path("id").asText()).orElseThrow();
            assertThat(limit.holds(each.path("figure").asDouble(Double.NaN)))
                    .as(limit.id())
                    .isTrue();
        });
        assertThat(limits)
                .containsExactlyElementsOf(POLICIES.releaseLimits().all().stream()
                        .map(limit -> limit.id())
                        .toList());
    }

    private static TrainingRow leaked(List<FeatureDefinition> features, TrainingRow row) {
        double[] values = row.values().clone();
        for (int i = 0; i < values.length; i++) {
            if (features.get(i).indicator().value().equals("SUP_EARLIER")) {
                values[i] = row.outcome() ? 1 : 0;
            }
        }
        return row.withValues(values);
    }

    /** The synthetic rows, read once for each choice of features. */
    private static CohortRows rows(List<FeatureDefinition> features) {
        return changed(features, row -> row);
    }

    private static CohortRows changed(List<FeatureDefinition> features, UnaryOperator<TrainingRow> change) {
        return (data, cohort) -> READ
                .computeIfAbsent(
                        features.stream().map(each -> each.indicator().value()).toList() + cohort.asOf(),
                        _ -> new SyntheticRows(features).rows(data, cohort))
                .stream()
                .map(change)
                .toList();
    }

    private static Candidate trained(TrainingSettings settings, Function<List<FeatureDefinition>, CohortRows> source) {
        return Candidate.of(new Training(settings, POLICIES.indicators(), source).run(), settings);
    }

    private static GateReport report(Candidate candidate, Function<List<FeatureDefinition>, CohortRows> source) {
        return new ReleaseGate(POLICIES.releaseLimits(), "test", OrderedPairs.shipped(), POLICIES.indicators(), source)
                .check(candidate, _ -> {});
    }

    /** The honest candidate with another manifest, its files as they were. */
    private Candidate rewritten(UnaryOperator<String> change) throws Exception {
        Path folder = Files.createTempDirectory(directory, "candidate");
        for (Map.Entry<String, byte[]> file : honest.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Path manifest = folder.resolve(ReleasedModels.MANIFEST);
        String before = Files.readString(manifest);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.write(manifest, after.getBytes(StandardCharsets.UTF_8));
        return Candidate.read(folder);
    }

    /** The honest candidate with another file, told of in its manifest as if it were right. */
    private Candidate withFile(String name, String text) throws Exception {
        Path folder = Files.createTempDirectory(directory, "candidate");
        Map<String, byte[]> files = new HashMap<>(honest.files());
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        files.put(
                ReleasedModels.MANIFEST,
                ManifestYaml.write(honest.manifest()
                        .withFiles(honest.manifest().files().stream()
                                .map(entry -> new FileEntry(
                                        entry.name(),
                                        ModelDigest.of(files.get(entry.name())).value(),
                                        files.get(entry.name()).length))
                                .toList())));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return Candidate.read(folder);
    }

    private static void assertRefused(GateReport report, String... limits) {
        assertThat(report.passed()).isFalse();
        assertThat(report.failed().stream().map(Finding::id)).contains(limits);
    }

    private static void assertHeld(String... limits) {
        for (String limit : limits) {
            assertThat(finding(honestReport, limit).passed()).as(limit).isTrue();
        }
    }

    private static Finding finding(GateReport report, String id) {
        return report.findings().stream()
                .filter(each -> each.id().equals(id))
                .min(Comparator.comparing(Finding::id))
                .orElseThrow();
    }

    private static GateReport allPassed(GateReport report) {
        return with(report, true);
    }

    private static GateReport failed(GateReport report) {
        return with(report, false);
    }

    private static GateReport with(GateReport report, boolean passed) {
        List<Finding> findings = report.findings().stream()
                .map(each -> new Finding(
                        each.id(),
                        each.danish(),
                        each.english(),
                        each.figure(),
                        each.bound(),
                        each.limit(),
                        passed,
                        each.detail()))
                .toList();
        return new GateReport(report.model(), report.modelSha256(), report.limitsDigest(), true, findings);
    }

    private static Policies policies() {
        try {
            return Policies.load(PolicySetReader.shipped());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
