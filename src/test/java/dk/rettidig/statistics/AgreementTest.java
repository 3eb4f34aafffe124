package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    /** Two answers: how often yes and yes, yes and no, no and yes, no and no. */
    private static List<Agreement.Pair> table(int yesYes, int yesNo, int noYes, int noNo) {
        List<Agreement.Pair> pairs = new ArrayList<>(Collections.nCopies(yesYes, new Agreement.Pair(0, 0)));
        pairs.addAll(Collections.nCopies(yesNo, new Agreement.Pair(0, 1)));
        pairs.addAll(Collections.nCopies(noYes, new Agreement.Pair(1, 0)));
        pairs.addAll(Collections.nCopies(noNo, new Agreement.Pair(1, 1)));
        return pairs;
    }

    @ParameterizedTest
    // By hand: observed 35/50, by chance 0.5 and 0.495; the two tables of 100 agree equally often and differ in kappa.
    @CsvSource({
        "20, 5, 10, 15, 0.4, 0.405941",
        "45, 15, 25, 15, 0.130435, 0.266055",
        "25, 35, 5, 35, 0.259259, 0.207921",
        "0, 5, 5, 0, -1, -1"
    })
    void theCoefficientsAreThoseOfHandComputation(int a, int b, int c, int d, double kappa, double ac1) {
        Agreement agreement = Agreement.of(table(a, b, c, d), 2, LEVEL);

        assertThat(agreement.kappa().orElseThrow().value()).isCloseTo(kappa, within(1e-6));
        assertThat(agreement.ac1().orElseThrow().value()).isCloseTo(ac1, within(1e-6));
    }

    @Test
    void theIntervalIsNearTheKnownLargeSampleError() {
        // Fleiss, Cohen and Everitt (1969) for this table: sqrt(0.016128) = 0.12700, and t(49) at 95 per cent is
        // 2.00958.
        Shares interval = Agreement.of(table(20, 5, 10, 15), 2, LEVEL)
                .kappa()
                .orElseThrow()
                .interval()
                .orElseThrow();

        assertThat(interval.low()).isCloseTo(0.4 - 2.00958 * 0.1270 * Math.sqrt(50.0 / 49), within(0.003));
        assertThat(interval.high()).isCloseTo(0.4 + 2.00958 * 0.1270 * Math.sqrt(50.0 / 49), within(0.003));
    }

    @Test
    void manyEqualAnswersFoolKappaAndNotGwet() {
        Agreement agreement = Agreement.of(table(118, 5, 2, 0), 2, LEVEL);

        assertThat(agreement.kappa().orElseThrow().value()).isNegative();
        assertThat(agreement.ac1().orElseThrow().value()).isGreaterThan(0.9);
    }

    @Test
    void kappaIsNotDefinedWhenBothGiveOneAnswerOnly() {
        Agreement agreement = Agreement.of(table(12, 0, 0, 0), 2, LEVEL);

        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.ac1().orElseThrow()).isEqualTo(new Agreement.Estimate(1, java.util.Optional.empty()));
        assertThat(agreement.share().orElseThrow().low()).isCloseTo(Math.pow(0.025, 1.0 / 12), within(1e-9));
    }

    @Test
    void fullAgreementOnDifferentAnswersIsOneWithoutAnInterval() {
        Agreement.Estimate kappa =
                Agreement.of(table(6, 0, 0, 6), 2, LEVEL).kappa().orElseThrow();

        assertThat(kappa.value()).isEqualTo(1);
        assertThat(kappa.interval()).isEmpty();
    }

    @Test
    void aSinglePairHasNoInterval() {
        Agreement agreement = Agreement.of(table(0, 1, 0, 0), 2, LEVEL);

        assertThat(agreement.ac1().orElseThrow().interval()).isEmpty();
        assertThat(agreement.agreed()).isZero();
    }

    @Test
    void noPairSaysNothing() {
        Agreement agreement = Agreement.of(List.of(), 4, LEVEL);

        assertThat(agreement.share()).isEmpty();
        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.ac1()).isEmpty();
    }

    @Test
    void anAnswerThatTheFormDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(List.of(new Agreement.Pair(0, 4)), 4, LEVEL));
        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(List.of(), 1, LEVEL));
    }
}
