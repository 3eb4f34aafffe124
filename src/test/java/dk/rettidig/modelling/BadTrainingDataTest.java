package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.TestCatalogue;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows from which nothing, or not everything, can be learned. */
class BadTrainingDataTest {

    private static final int ROWS = 4_000;
    private static final TrainingSettings SETTINGS = SmallTraining.settings();

    /** What stands in the second column, SCH_ABS_UNL; the first, NOTIF_PRIOR, always tells something. */
    private enum Second {
        CONSTANT,
        UNKNOWN,
        NEARLY_CONSTANT,
        TELLING
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOutcomeOnlyIsRefusedAndSaysHowMany(boolean outcome) {
        assertThatThrownBy(() -> training(Second.TELLING, _ -> outcome).run())
                .isInstanceOfSatisfying(ModellingFault.class, fault -> {
                    assertThat(fault.errorCode()).isEqualTo(ModellingErrorCode.TOO_FEW);
                    assertThat(String.valueOf(fault.details().get("with_outcome")))
                            .isEqualTo(outcome ? String.valueOf(fault.details().get("children")) : "0");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSTANT", "UNKNOWN", "NEARLY_CONSTANT"})
    void aColumnThatTellsNothingIsLeftOutAndTheReasonIsGiven(String second) {
        FittedModel fitted = fitted(Second.valueOf(second));

        assertThat(fitted.dropped()).containsEntry("SCH_ABS_UNL", "constant in training");
        assertThat(fitted.features())
                .extracting(feature -> feature.indicator().value())
                .contains("NOTIF_PRIOR")
                .doesNotContain("SCH_ABS_UNL");
    }

    @Test
    void aColumnThatTellsSomethingStays() {
        assertThat(fitted(Second.TELLING).features())
                .extracting(feature -> feature.indicator().value())
                .contains("NOTIF_PRIOR", "SCH_ABS_UNL");
    }

    @Test
    void whatIsNotANumberIsUnknownAndItsWeightsStayFinite() {
        assertThat(fitted(Second.TELLING).features())
                .filteredOn(feature -> feature.indicator().value().equals("SCH_ABS_UNL"))
                .singleElement()
                .satisfies(feature -> {
                    assertThat(feature.missingCount()).isPositive();
                    assertThat(feature.missingWeight()).isFinite();
                    assertThat(feature.weights()).allMatch(Double::isFinite);
                    assertThat(feature.keepsItsDirection()).isTrue();
                });
    }

    private static FittedModel fitted(Second second) {
        Training training = training(second, any -> any);
        return training.fit(training.data());
    }

    private static Training training(Second second, Predicate<Boolean> outcomes) {
        return new Training(SETTINGS, TestCatalogue.SHIPPED, features -> (data, cohort) -> {
            SplittableRandom random = new SplittableRandom(cohort.asOf().hashCode());
            return IntStream.range(0, ROWS)
                    .mapToObj(row -> row(features, second, outcomes, row, random))
                    .toList();
        });
    }

    private static TrainingRow row(
            java.util.List<FeatureDefinition> features,
            Second second,
            Predicate<Boolean> outcomes,
            int row,
            SplittableRandom random) {
        double[] values = new double[features.size()];
        java.util.Arrays.fill(values, 0);
        values[0] = random.nextInt(6);
        double absence = random.nextDouble(0.2);
        values[1] = switch (second) {
            case CONSTANT -> 0.03;
            case UNKNOWN -> Double.NaN;
            case NEARLY_CONSTANT -> row < 5 ? 0.19 : 0.01;
            case TELLING -> row % 10 == 0 ? Double.NaN : absence;
        };
        double need = 0.05 + 0.08 * values[0] + 2 * absence;
        return TrainingRow.of(values, row, outcomes.test(random.nextDouble() < need));
    }
}
