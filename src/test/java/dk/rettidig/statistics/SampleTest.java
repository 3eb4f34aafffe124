package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.95, 0.99})
    void coversAtLeastAsOftenAsItSaysInEverySmallPopulation(double value) {
        ConfidenceLevel level = new ConfidenceLevel(value);
        for (int population = 1; population <= 24; population++) {
            for (int size = 1; size <= population; size++) {
                for (int having = 0; having <= population; having++) {
                    assertThat(coverage(population, size, having, level))
                            .as("%d of %d, %d have it", size, population, having)
                            .isGreaterThanOrEqualTo(value - 1e-9);
                }
            }
        }
    }

    /** Counts every sample there is; no library and no distribution. */
    private static double coverage(int population, int size, int having, ConfidenceLevel level) {
        BigInteger covered = BigInteger.ZERO;
        for (int found = Math.max(0, size - population + having); found <= Math.min(size, having); found++) {
            Sample.Counts counts = new Sample(population, size, found).interval(level);
            if (counts.low() <= having && having <= counts.high()) {
                covered = covered.add(choose(having, found).multiply(choose(population - having, size - found)));
            }
        }
        return covered.doubleValue() / choose(population, size).doubleValue();
    }

    private static BigInteger choose(int of, int some) {
        BigInteger result = BigInteger.ONE;
        for (int i = 0; i < some; i++) {
            result = result.multiply(BigInteger.valueOf(of - i)).divide(BigInteger.valueOf(i + 1));
        }
        return result;
    }

    @Test
    void theOneSidedBoundsAreThoseOfCounting() {
        for (int size = 1; size <= 12; size++) {
            for (int found = 0; found <= size; found++) {
                Sample sample = new Sample(12, size, found);
                assertThat(sample.atMost(LEVEL)).isEqualTo(counted(size, found, true));
                assertThat(sample.atLeast(LEVEL)).isEqualTo(counted(size, found, false));
            }
        }
    }

    /** The largest or smallest number of 12 with which so much, or more or less, is not too rare. */
    private static int counted(int size, int found, boolean most) {
        int bound = most ? -1 : 13;
        for (int having = 0; having <= 12; having++) {
            BigInteger ways = BigInteger.ZERO;
            for (int other = most ? 0 : found; other <= (most ? found : size); other++) {
                ways = other > having || size - other > 12 - having
                        ? ways
                        : ways.add(choose(having, other).multiply(choose(12 - having, size - other)));
            }
            boolean likely = ways.doubleValue() / choose(12, size).doubleValue() > 0.05;
            bound = likely && (most || bound == 13) ? having : bound;
        }
        return bound;
    }

    @Test
    void everyCaseReviewedLeavesNoDoubt() {
        assertThat(new Sample(77, 77, 12).interval(LEVEL)).isEqualTo(new Sample.Counts(12, 12, 77));
    }

    @Test
    void allOfSeventySevenOfALargeCityRuleOutFewCasesOnly() {
        Sample.Counts counts = new Sample(1_000, 77, 77).interval(LEVEL);

        assertThat(counts.high()).isEqualTo(1_000);
        assertThat(counts.low()).isBetween(940, 970);
        // With one case fewer than the bound all 77 would have been drawn in fewer than 2.5 of 100 samples.
        assertThat(allWithIt(1_000, counts.low() - 1)).isLessThan(0.025);
        assertThat(allWithIt(1_000, counts.low())).isGreaterThan(0.025);
    }

    private static double allWithIt(int population, int having) {
        double chance = 1;
        for (int i = 0; i < 77; i++) {
            chance *= (double) (having - i) / (population - i);
        }
        return chance;
    }

    @ParameterizedTest
    @CsvSource({"77, 0, 0, 0.0468", "77, 77, 0.9532, 1", "10, 3, 0.0667, 0.6525", "20, 1, 0.0013, 0.2487"})
    void clopperAndPearsonAsInTables(int trials, int found, double low, double high) {
        Shares shares = Shares.clopperPearson(trials, found, LEVEL);

        assertThat(shares.low()).isCloseTo(low, within(1e-4));
        assertThat(shares.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void aSampleOfAVeryLargePopulationIsLikeIndependentTrials() {
        Sample.Counts counts = new Sample(1_000_000, 77, 10).interval(LEVEL);
        Shares shares = Shares.clopperPearson(77, 10, LEVEL);

        assertThat(counts.lowShare()).isCloseTo(shares.low(), within(1e-4));
        assertThat(counts.highShare()).isCloseTo(shares.high(), within(1e-4));
    }

    @Test
    void theRuleOfThreeIsNearTheExactBound() {
        assertThat(Shares.ruleOfThree(77)).isCloseTo(0.039, within(1e-4));
        assertThat(new Sample(1_000_000, 77, 0).atMost(LEVEL)).isBetween(37_000, 39_000);
        assertThat(Shares.ruleOfThree(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10, 11, 0", "10, 0, 0", "10, 5, 6", "10, 5, -1", "0, 1, 0"})
    void whatIsNoSampleIsRefused(int population, int size, int found) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(population, size, found));
    }
}
