package dk.rettidig.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.scoring.ModelManifest.CalibrationEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void theIdentityIsTheLogisticFunction() {
        assertThat(new Calibration.Identity().probability(0)).isEqualTo(0.5);
        assertThat(new Calibration.Identity().probability(Math.log(3))).isEqualTo(0.75, within(1e-12));
    }

    @Test
    void plattAndBetaWithNeutralParametersAreTheIdentity() {
        for (double x = -40; x <= 40; x += 0.5) {
            double expected = new Calibration.Identity().probability(x);
            assertThat(new Calibration.Platt(1, 0).probability(x)).isEqualTo(expected, within(1e-12));
            assertThat(new Calibration.Beta(1, 1, 0).probability(x)).isEqualTo(expected, within(1e-12));
        }
    }

    @Test
    void isotonicJoinsItsBlocksByLinesAndStaysLevelBeyondThem() {
        Calibration isotonic = new Calibration.Isotonic(List.of(-1.0, 0.0, 2.0), List.of(0.1, 0.1, 0.5));

        assertThat(isotonic.probability(-9)).isEqualTo(0.1);
        assertThat(isotonic.probability(-0.5)).isEqualTo(0.1);
        assertThat(isotonic.probability(1)).isEqualTo(0.3, within(1e-12));
        assertThat(isotonic.probability(9)).isEqualTo(0.5);
        assertThat(isotonic.isMonotone()).isTrue();
    }

    @Test
    void seesWhatIsNotMonotone() {
        assertThat(new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.5, 0.4)).isMonotone())
                .isFalse();
        assertThat(new Calibration.Isotonic(List.of(1.0, 1.0), List.of(0.1, 0.4)).isMonotone())
                .isFalse();
        assertThat(new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.5, 1.4)).isMonotone())
                .isFalse();
        assertThat(new Calibration.Isotonic(List.of(0.0, Double.NaN), List.of(0.1, 0.4)).isMonotone())
                .isFalse();
        assertThat(new Calibration.Platt(-1, 0).isMonotone()).isFalse();
        assertThat(new Calibration.Platt(Double.NaN, 0).isMonotone()).isFalse();
        assertThat(new Calibration.Beta(0, 0, 1).isMonotone()).isFalse();
        assertThat(new Calibration.Beta(-0.1, 2, 0).isMonotone()).isFalse();
    }

    @Test
    void isWrittenAndReadAsItIs() {
        for (Calibration calibration : List.of(
                new Calibration.Identity(),
                new Calibration.Platt(0.5, -1),
                new Calibration.Beta(1, 2, 3),
                new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.1, 0.2)))) {
            assertThat(CalibrationEntry.of(calibration).calibration()).isEqualTo(calibration);
        }
        assertThatThrownBy(() -> new CalibrationEntry("spline", List.of(), List.of(), List.of()).calibration())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Wilson (1927): 10 of 100 gives 0.0552 to 0.1744. */
    @Test
    void frequenciesSpeakOfAHundredWithTheirInterval() {
        Frequency frequency = new Frequency(0, 0.2, 100, 10);

        assertThat(frequency.danish())
                .isEqualTo(
                        "Af 100 tilsvarende var der 10, hvor en undersøgelse fandt behov for støtte (mellem 5 og 18).");
        assertThat(frequency.english())
                .contains("Of 100 like this there were 10")
                .contains("between 5 and 18");
        assertThat(new Frequency(0, 1, 3, 0).lowOfHundred()).isZero();
        assertThatThrownBy(() -> new Frequency(0, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
