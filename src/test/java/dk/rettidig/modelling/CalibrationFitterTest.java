package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.scoring.Calibration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFitterTest {

    /** Log-odds that are twice too sure and shifted: outcomes follow logistic(x / 2 − 1). */
    private static final double SLOPE = 0.5;

    private static final double SHIFT = -1;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyKindIsMonotoneAndTheChosenOneIsNoWorseThanNone(long seed) {
        Data data = Data.of(seed, 4_000);

        CalibrationFitter.Choice choice = CalibrationFitter.choose(data.logOdds, data.outcomes, data.half);

        assertThat(choice.calibration().isMonotone()).as("seed %d", seed).isTrue();
        assertThat(CalibrationFitter.platt(data.logOdds, data.outcomes).isMonotone())
                .isTrue();
        assertThat(CalibrationFitter.beta(data.logOdds, data.outcomes).isMonotone())
                .isTrue();
        assertThat(CalibrationFitter.isotonic(data.logOdds, data.outcomes).isMonotone())
                .isTrue();
        Data later = Data.of(seed + 100, 4_000);
        assertThat(brier(choice.calibration(), later)).isLessThan(brier(new Calibration.Identity(), later));
        assertThat(choice.brier()).containsOnlyKeys("identity", "platt", "beta", "isotonic");
    }

    @Test
    void plattFindsTheSlopeAndShiftThatMadeTheData() {
        Data data = Data.of(21, 60_000);

        Calibration.Platt platt = (Calibration.Platt) CalibrationFitter.platt(data.logOdds, data.outcomes);

        assertThat(platt.slope()).isEqualTo(SLOPE, within(0.03));
        assertThat(platt.intercept()).isEqualTo(SHIFT, within(0.05));
    }

    @Test
    void isotonicNeverFallsAndKeepsTheMean() {
        Data data = Data.of(31, 5_000);

        Calibration.Isotonic isotonic = (Calibration.Isotonic) CalibrationFitter.isotonic(data.logOdds, data.outcomes);

        double before = 0;
        for (double x = -6; x <= 6; x += 0.01) {
            assertThat(isotonic.probability(x)).isGreaterThanOrEqualTo(before);
            before = isotonic.probability(x);
        }
        double mean =
                Arrays.stream(data.logOdds).map(isotonic::probability).average().orElseThrow();
        assertThat(mean).isEqualTo((double) Metrics.count(data.outcomes) / data.outcomes.length, within(0.01));
    }

    @Test
    void reversedScoresAreNotTurnedRound() {
        Data data = Data.of(41, 4_000);
        double[] reversed = Arrays.stream(data.logOdds).map(x -> -x).toArray();

        assertThat(CalibrationFitter.platt(reversed, data.outcomes).isMonotone())
                .isTrue();
        assertThat(CalibrationFitter.beta(reversed, data.outcomes).isMonotone()).isTrue();
        assertThat(CalibrationFitter.isotonic(reversed, data.outcomes).isMonotone())
                .isTrue();
    }

    private static double brier(Calibration calibration, Data data) {
        return Metrics.brier(
                Arrays.stream(data.logOdds).map(calibration::probability).toArray(), data.outcomes);
    }

    private static final class Data {

        private final double[] logOdds;
        private final boolean[] outcomes;
        private final boolean[] half;

        private Data(int rows) {
            logOdds = new double[rows];
            outcomes = new boolean[rows];
            half = new boolean[rows];
        }

        static Data of(long seed, int rows) {
            SplittableRandom random = new SplittableRandom(seed);
            Data data = new Data(rows);
            for (int i = 0; i < rows; i++) {
                data.logOdds[i] = 2 * random.nextGaussian();
                double truth = Calibration.logistic(SLOPE * data.logOdds[i] + SHIFT);
                data.outcomes[i] = random.nextDouble() < truth;
                data.half[i] = random.nextBoolean();
            }
            return data;
        }
    }
}
