package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.statistics.ProtectedCounts.Cell;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedCountsTest {

    private static final int TRIES = 40_000;

    private static ProtectedCounts under(int secret, double epsilon) {
        return ProtectedCounts.of(ByteBuffer.allocate(32).putInt(secret).array(), epsilon);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 2})
    void theNoiseHasTheDistributionItSays(double epsilon) {
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i < TRIES; i++) {
            seen.merge(under(7, epsilon).noise(new Cell("2026", "cell=" + i)), 1, Integer::sum);
        }

        for (long noise = -4; noise <= 4; noise++) {
            double right = under(7, epsilon).probability(noise);
            double deviation = Math.sqrt(right * (1 - right) / TRIES);
            assertThat(seen.getOrDefault(noise, 0) / (double) TRIES)
                    .as("noise %d", noise)
                    .isCloseTo(right, within(5 * deviation));
        }
    }

    @Test
    void onePersonChangesTheChanceOfAnyFigureByNoMoreThanItSays() {
        ProtectedCounts counts = under(1, 0.7);
        for (long figure = -60; figure <= 60; figure++) {
            double with = counts.probability(figure - 1);
            double without = counts.probability(figure);
            assertThat(Math.max(with / without, without / with)).isLessThanOrEqualTo(Math.exp(0.7) + 1e-9);
        }
    }

    @Test
    void askingAgainGivesTheSameFigureAndAnotherEditionAnother() {
        ProtectedCounts counts = under(1, 0.5);
        Cell cell = new Cell("2026-Q4", "notifier=school");

        assertThat(counts.publish(cell, 12)).isEqualTo(counts.publish(cell, 12));
        long differing = 0;
        for (int i = 0; i < 100; i++) {
            differing +=
                    counts.noise(new Cell("2026-Q4", "c=" + i)) == counts.noise(new Cell("2027-Q1", "c=" + i)) ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(50);
        assertThat(under(2, 0.5).noise(cell) == counts.noise(cell)
                        && under(3, 0.5).noise(cell) == counts.noise(cell)
                        && under(4, 0.5).noise(cell) == counts.noise(cell))
                .isFalse();
    }

    @Test
    void aFigureIsNeverNegative() {
        for (int i = 0; i < 200; i++) {
            assertThat(under(i, 0.3).publish(new Cell("2026", "c"), 0)).isNotNegative();
        }
    }

    /**
     * The attack: a table of a class, and the same table without one child. Is the child among the notified? With epsilon for
     * each of the two figures nobody can be right more often than e^(2 epsilon) / (1 + e^(2 epsilon)), however they guess.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5})
    void whoeverDifferencesTwoTablesIsHardlyWiserAboutOneChild(double epsilon) {
        double bound = Math.exp(2 * epsilon) / (1 + Math.exp(2 * epsilon));
        double right = success((secret, child) -> {
            ProtectedCounts counts = under((int) secret, epsilon);
            long all = counts.publish(new Cell("2026", "class"), 30 + child);
            long without = counts.publish(new Cell("2026", "class without one"), 30);
            return all - without;
        });

        assertThat(right).isLessThan(bound).isGreaterThan(0.5);
    }

    /** Why the noise is not made of who is in the cell: then a difference of zero is nearly a proof, and any other is one. */
    @Test
    void noiseMadeOfTheRecordsWouldGiveTheChildAway() {
        double right = success((secret, child) -> {
            ProtectedCounts counts = under((int) secret, 0.5);
            long all = 30 + child + counts.noise(new Cell("2026", "records " + (30 + child)));
            long without = 30 + counts.noise(new Cell("2026", "records 30"));
            return all == without ? 0 : 1;
        });

        assertThat(right).isGreaterThan(0.85);
    }

    /** How often the best threshold guess from a difference is right, over both cases alike. */
    private static double success(LongBinaryOperator difference) {
        int right = 0;
        int tries = TRIES / 4;
        for (int secret = 0; secret < tries; secret++) {
            right += difference.applyAsLong(secret, 1) >= 1 ? 1 : 0;
            right += difference.applyAsLong(tries + secret, 0) < 1 ? 1 : 0;
        }
        return right / (2.0 * tries);
    }

    @Test
    void overTimeTheLossAddsUpAndTheMarginStays() {
        ProtectedCounts counts = under(1, 0.5);

        assertThat(counts.loss(3, 4)).isCloseTo(6, within(1e-12));
        // P(|X| <= m) = 1 - 2 alpha^(m+1)/(1+alpha): m = 6 covers 0.9624, m = 5 0.9380 (alpha = e^-0.5).
        assertThat(counts.margin(ConfidenceLevel.NINETY_FIVE)).isEqualTo(6);
    }

    @Test
    void refusesWhatProtectsNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProtectedCounts.of(new byte[31], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ProtectedCounts.of(new byte[32], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ProtectedCounts.of(new byte[32], 2.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell("a\nb", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> under(1, 1).publish(new Cell("a", "b"), -1));
    }
}
