package dk.rettidig.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.scoring.ModelIntegrityException.Reason;
import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields before each test
class ReleasedModelsTest {

    @TempDir
    private Path directory;

    private TestRelease release;

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        release = new TestRelease(directory);
    }

    @Test
    void theShippedModelLoadsFromTheApplicationUnderItsOwnKeys() throws ModelIntegrityException {
        ReleasedModel model = ReleasedModels.packaged(TestCatalogue.SHIPPED)
                .find(TestRelease.REF)
                .orElseThrow();

        assertThat(model.manifest().target().id()).isEqualTo(ModelManifest.TARGET);
        assertThat(model.features()).isNotEmpty().allMatch(FeatureDefinition::keepsItsDirection);
        assertThat(model.manifest().ref()).isEqualTo(TestRelease.REF);
    }

    @Test
    void anUntouchedCopyLoadsOnceAndAnUnknownNameIsEmpty() throws ModelIntegrityException {
        ReleasedModels models = release.models();

        assertThat(models.find(TestRelease.REF)).isPresent();
        assertThat(models.find(TestRelease.REF).orElseThrow())
                .isSameAs(models.find(TestRelease.REF).orElseThrow());
        assertThat(models.find(new ModelRef("no-such-model", "1.0.0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ReleasedModels.MODEL, ReleasedModels.CARD, ReleasedModels.MANIFEST, ReleasedModels.SIGNATURE})
    void refusesAFlippedBitAnywhereInAnyFile(String name) throws IOException {
        byte[] bytes = release.read(name);
        int step = Math.max(1, bytes.length / 101);

        for (int i = 0; i < bytes.length; i += step) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 8);
            release.write(name, changed);
            assertThatThrownBy(() -> release.models().find(TestRelease.REF))
                    .as("byte %d", i)
                    .isInstanceOf(ModelIntegrityException.class);
        }
    }

    @Test
    void refusesBeforeItParsesTheModel() throws IOException {
        release.write(ReleasedModels.MODEL, new byte[] {(byte) 0xff, 1, 2, 3});

        assertReason(Reason.DIGEST_MISMATCH, () -> release.models().find(TestRelease.REF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ReleasedModels.MODEL, ReleasedModels.CARD, ReleasedModels.MANIFEST, ReleasedModels.SIGNATURE})
    void refusesAMissingFileAndALink(String name) throws IOException {
        Path file = release.folder().resolve(name);
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(file, elsewhere);
        assertReason(Reason.FILE_MISSING, () -> release.models().find(TestRelease.REF));

        Files.createSymbolicLink(file, elsewhere);

        assertReason(Reason.FILE_MISSING, () -> release.models().find(TestRelease.REF));
    }

    @Test
    void refusesAFileThatIsNotListedAndOneThatIsTooLong() throws IOException {
        release.write("extra.txt", new byte[1]);
        assertReason(Reason.FILE_UNLISTED, () -> release.models().find(TestRelease.REF));
        Files.delete(release.folder().resolve("extra.txt"));

        release.write(ReleasedModels.SIGNATURE, new byte[10_000]);

        assertReason(Reason.FILE_TOO_LARGE, () -> release.models().find(TestRelease.REF));
    }

    @Test
    void refusesAnUnknownKeyAndASignatureMadeForSomethingElse() throws IOException {
        try (SigningKey other = SigningKey.generate(new SecureRandom())) {
            ReleaseKeys others = ReleaseKeys.of(other.verifyingKey());
            assertReason(
                    Reason.KEY_UNKNOWN,
                    () -> ReleasedModels.in(directory, others, TestCatalogue.SHIPPED)
                            .find(TestRelease.REF));
        }
        String misused = DetachedSignature.sign(TestRelease.KEY, "gate-report", release.read(ReleasedModels.MANIFEST))
                .text();
        release.write(ReleasedModels.SIGNATURE, misused.getBytes(StandardCharsets.US_ASCII));

        assertReason(Reason.SIGNATURE_INVALID, () -> release.models().find(TestRelease.REF));
    }

    /** Each is signed by the right key: the owner's own mistakes are refused too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: scorecard|name: another-one|NAME_MISMATCH",
                "version: 1.2.0|version: 1.0.1|NAME_MISMATCH",
                "format: rettidig-model-1|format: rettidig-model-9|MANIFEST_MALFORMED",
                "kind: scorecard|kind: forest|MANIFEST_MALFORMED",
                "id: assessed-need-within-six-months|id: placed|TARGET_REFUSED",
                "indicator: SCH_ABS_UNL|indicator: PAR_PSYCH|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: PAR_EDU|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: ASSESSMENT_CONCLUDED|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: SCOPE_NOTIFIED|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: CASE_AWARE|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: CASE_PLACED|INDICATOR_NOT_OPEN",
                "indicator: SCH_ABS_UNL|indicator: NO_SUCH|INDICATOR_UNKNOWN",
                "indicator: SCH_ABS_UNL|indicator: DEBT_2|INDICATOR_UNKNOWN",
                "indicator: SCH_ABS_UNL|indicator: NOTIF_SINCE|FEATURES_MISMATCH",
                "direction: INCREASING|direction: DECREASING|DIRECTION_BROKEN",
                "direction: INCREASING|direction: SIDEWAYS|MANIFEST_MALFORMED",
                "bias:|bias: 0.5 #|PREDICTION_MISMATCH",
                "minimum_live_sources: 2|minimum_live_sources: 0|MANIFEST_MALFORMED",
                "kind: scorecard|kind: points-baseline|BASELINE_NOT_FOR_RUNS",
                "missing_weight:|missing_weight: 7 #|PREDICTION_MISMATCH"
            })
    void refusesASignedManifestThatIsWrong(String from, String to, Reason reason) throws IOException {
        release.amend(from, to);

        assertReason(reason, () -> release.models().find(TestRelease.REF));
    }

    /** Lower calculated values must never become higher probabilities, however well the table is signed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isotonic|[]|[-9.0, 9.0]|[0.6, 0.4]",
                "isotonic|[]|[1.0, -1.0]|[0.1, 0.9]",
                "isotonic|[]|[-9.0, 9.0]|[0.1, 1.9]",
                "platt|[-1.0, 0.0]|[]|[]",
                "beta|[-0.5, 1.0, 0.0]|[]|[]"
            })
    void refusesASignedCalibrationThatIsNotMonotone(
            String method, String parameters, String logOdds, String probabilities) throws IOException {
        release.amend(
                "method: identity\n  parameters: []\n  log_odds: []\n  probabilities: []",
                "method: " + method + "\n  parameters: " + parameters + "\n  log_odds: " + logOdds
                        + "\n  probabilities: " + probabilities);

        assertReason(Reason.CALIBRATION_NOT_MONOTONE, () -> release.models().find(TestRelease.REF));
    }

    @Test
    void refusesASignedTableOfFrequenciesWhoseBandsOverlap() throws IOException {
        release.amend("to: 0.14819469726265377", "to: 0.99");

        assertReason(Reason.CALIBRATION_NOT_MONOTONE, () -> release.models().find(TestRelease.REF));
    }

    @Test
    void refusesASignedModelThatNamesAForeignClassOrIsNone() throws IOException {
        byte[] model = release.read(ReleasedModels.MODEL);
        String text = new String(model, StandardCharsets.ISO_8859_1);
        String named = text.replace(
                "org.tribuo.classification.ImmutableLabelInfo", "org.tribuo.classification.ImmutableLabelInfX");
        release.replaceModel(named.getBytes(StandardCharsets.ISO_8859_1));
        assertReason(Reason.CLASS_NOT_ALLOWED, () -> release.models().find(TestRelease.REF));

        release.replaceModel("this is no protobuf at all".getBytes(StandardCharsets.US_ASCII));

        assertReason(Reason.MODEL_UNREADABLE, () -> release.models().find(TestRelease.REF));
    }

    @Test
    void noRunMayUseTheHistoricalPointsList() throws ModelIntegrityException {
        ModelRef points = new ModelRef("gladsaxe-points", "1.0.0");

        assertReason(
                Reason.BASELINE_NOT_FOR_RUNS,
                () -> ReleasedModels.packaged(TestCatalogue.SHIPPED).find(points));
        assertThat(PointsBaseline.forEvaluation(points).points())
                .extracting(each -> each.indicator().value() + "=" + each.points())
                .contains("PAR_PSYCH=3000", "PAR_UNEMP=500", "CHILD_DENT_NS=300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "scorecard", "scorecard/1", "Scorecard/1.0.0", "../x/1.0.0", "scorecard/1.2.0/x", "a/1.0.0"})
    void refusesNamesThatAreNone(String text) {
        assertThatThrownBy(() -> ModelRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ModelIntegrityException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
