package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ReleaseKeys;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.TestCatalogue;
import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {

    private static final TrainingSettings SMALL = settings(
            "assessed-need-within-six-months",
            "2026-11-01",
            List.of(
                    feature("NOTIF_PRIOR", "notification-register", MissingRule.ABSTAIN, 2, 3),
                    feature("SCH_ABS_UNL", "school", MissingRule.OWN_BIN, 0.02, 0.05, 0.1),
                    feature("PAR_BENEFIT", "benefits", MissingRule.OWN_BIN, 1),
                    feature("SUP_EARLIER", "case-system", MissingRule.OWN_BIN, 1)));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @Test
    void equalSettingsGiveEqualBytesAndAReleaseThatLoads() throws Exception {
        UnsignedRelease first = new Training(SMALL, TestCatalogue.SHIPPED).run();
        UnsignedRelease second = new Training(SMALL, TestCatalogue.SHIPPED).run();

        for (String name : List.of(
                ReleasedModels.MODEL,
                ReleasedModels.MANIFEST,
                ReleasedModels.CARD,
                ReleasedModels.POINTS,
                ReleasedModels.EVALUATION)) {
            assertThat(ModelDigest.of(first.file(name))).as(name).isEqualTo(ModelDigest.of(second.file(name)));
        }
        SigningKey key = SigningKey.generate(new SecureRandom());
        Path folder = first.write(directory);
        Files.writeString(
                folder.resolve(ReleasedModels.SIGNATURE),
                DetachedSignature.sign(key, ReleasedModels.SIGNATURE_TYPE, first.file(ReleasedModels.MANIFEST))
                        .text());
        ReleasedModel loaded = ReleasedModels.in(directory, ReleaseKeys.of(key.verifyingKey()), TestCatalogue.SHIPPED)
                .find(SMALL.ref())
                .orElseThrow();
        assertThat(loaded.signedBy()).isEqualTo(key.id());
        assertThat(loaded.digest())
                .isEqualTo(ModelDigest.of(Files.readAllBytes(folder.resolve(ReleasedModels.MANIFEST))));
        assertThat(loaded.features()).allMatch(FeatureDefinition::keepsItsDirection);
        assertThat(first.evaluation()
                        .comparisons()
                        .getFirst()
                        .figure(Figure.AUC)
                        .value())
                .isGreaterThan(0.65);
        String card = new String(first.file(ReleasedModels.CARD), StandardCharsets.UTF_8);
        assertThat(card).contains("Ikke til", "Out of scope", "Retrain").doesNotContainIgnoringCase("risikoscore");
    }

    @Test
    void noFamilyStandsInTwoPartsThoughItIsThereInBothYears() {
        TrainingData data = new Training(SMALL, TestCatalogue.SHIPPED).data();
        Set<Long> train = families(data.train());
        Set<Long> calibrate = families(data.calibrate());
        Set<Long> test = families(data.test());

        assertThat(train).doesNotContainAnyElementsOf(calibrate).doesNotContainAnyElementsOf(test);
        assertThat(calibrate).doesNotContainAnyElementsOf(test);
        assertThat(data.train().size())
                .as("siblings are there, so that families matter")
                .isGreaterThan(train.size());
    }

    private static Set<Long> families(List<TrainingRow> rows) {
        return rows.stream().map(TrainingRow::family).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notified-again",
                "placed",
                "no-registered-measure",
                "registered-measure",
                "Assessed-need-within-six-months",
                ""
            })
    void refusesEveryOtherTarget(String target) {
        assertRefused(settings(target, "2026-11-01", SMALL.features()), ModellingErrorCode.TARGET_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAR_PSYCH",
                "PAR_CRIM",
                "CHILD_DENT_NS",
                "PAR_EDU",
                "MOTHER_YOUNG",
                "LANG_DELAY",
                "NO_SUCH",
                "SCOPE_NOTIFIED",
                "ASSESSMENT_CONCLUDED",
                "NOTIFICATION_RECEIVED"
            })
    void refusesAnIndicatorThatIsNotOpen(String indicator) {
        List<TrainingSettings.Feature> features = List.of(feature(indicator, "health", MissingRule.OWN_BIN, 1));

        assertRefused(
                settings("assessed-need-within-six-months", "2026-11-01", features),
                ModellingErrorCode.INDICATOR_REFUSED);
    }

    @Test
    void refusesATestCohortBeforeTheTrainingOutcomesWereKnown() {
        assertRefused(
                settings("assessed-need-within-six-months", "2026-04-30", SMALL.features()),
                ModellingErrorCode.SPLIT_IN_TIME);
    }

    @Test
    void refusesTooFewChildren() {
        TrainingSettings tiny = new TrainingSettings(
                SMALL.model(),
                SMALL.target(),
                SMALL.seed(),
                SMALL.trainedAt(),
                new TrainingSettings.Data(
                        2001, 500, 120, SMALL.data().train(), SMALL.data().test()),
                SMALL.split(),
                SMALL.trainer(),
                SMALL.abstention(),
                SMALL.features());

        assertRefused(tiny, ModellingErrorCode.TOO_FEW);
    }

    @Test
    void readsTheShippedSettingsAndNamesTheFieldOfAMistake() throws Exception {
        TrainingSettings shipped = TrainingSettings.read(Path.of("models/settings/scorecard.yaml"));
        Path wrong = directory.resolve("wrong.yaml");
        Files.writeString(wrong, "model: scorecard/1.2.0\ntarget: x\nsurprise: 3\n");
        Path broken = directory.resolve("broken.yaml");
        Files.writeString(broken, "model: scorecard/1.2.0\ntarget: [x\nseed: 1\n");

        assertThat(shipped.ref().toString()).isEqualTo("scorecard/1.2.0");
        assertThat(((TrainingSettings.Data) shipped.data()).seed())
                .as("not the demonstration's")
                .isNotEqualTo(42);
        assertThatThrownBy(() -> TrainingSettings.read(wrong)).isInstanceOfSatisfying(ModellingFault.class, fault -> {
            assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.SETTINGS_MALFORMED);
            assertThat(fault.details()).containsKey("field");
        });
        assertThatThrownBy(() -> TrainingSettings.read(broken))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.SETTINGS_MALFORMED));
    }

    private static void assertRefused(TrainingSettings settings, ModellingErrorCode code) {
        assertThatThrownBy(() -> new Training(settings, TestCatalogue.SHIPPED).run())
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(code));
    }

    private static TrainingSettings settings(String target, String testAsOf, List<TrainingSettings.Feature> features) {
        return new TrainingSettings(
                "small/0.0.1",
                target,
                5,
                "2026-11-22T00:00:00Z",
                new TrainingSettings.Data(
                        2001,
                        45_000,
                        120,
                        new TrainingSettings.Cohort("2025-11-01"),
                        new TrainingSettings.Cohort(testAsOf)),
                new TrainingSettings.Split(50, 25, 25),
                new TrainingSettings.Trainer(10, 0.1, 32, 25, 0.0002, 10),
                new TrainingSettings.Abstention(2, 3, 20, 0.999),
                features);
    }

    private static TrainingSettings.Feature feature(
            String indicator, String source, MissingRule missing, double... edges) {
        List<Double> list = java.util.Arrays.stream(edges).boxed().toList();
        return new TrainingSettings.Feature(
                new IndicatorId(indicator), source, 400, Direction.INCREASING, missing, list, List.of());
    }
}
