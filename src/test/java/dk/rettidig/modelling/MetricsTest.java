package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aucIsTheShareOfOrderedPairsWithTiesCountingHalf(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(2, 120);
        double[] scores = new double[rows];
        boolean[] outcomes = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            scores[i] = random.nextInt(12) / 4.0;
            outcomes[i] = random.nextInt(3) == 0;
        }

        assertThat(Metrics.auc(scores, outcomes)).as("seed %d", seed).isEqualTo(pairs(scores, outcomes), within(1e-12));
    }

    private static double pairs(double[] scores, boolean[] outcomes) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (outcomes[i] && !outcomes[j]) {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    @Test
    void aucOfOneClassOrOfNothingIsNotANumber() {
        assertThat(Metrics.auc(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
        assertThat(Metrics.auc(new double[0], new boolean[0])).isNaN();
    }

    @Test
    void brierIsZeroForTruthAndKnownForAConstant() {
        boolean[] outcomes = {true, false, true, false};

        assertThat(Metrics.brier(new double[] {1, 0, 1, 0}, outcomes)).isZero();
        assertThat(Metrics.brier(new double[] {.5, .5, .5, .5}, outcomes)).isEqualTo(.25, within(1e-12));
    }

    @Test
    void logLossOfEvenOddsIsOneBitAndStaysFiniteForCertainty() {
        assertThat(Metrics.logLoss(new double[] {0, 0}, new boolean[] {true, false}))
                .isEqualTo(Math.log(2), within(1e-12));
        assertThat(Metrics.logLoss(new double[] {-800}, new boolean[] {true})).isEqualTo(800, within(1e-9));
    }
}
