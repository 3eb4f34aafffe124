package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.statistics.Rates.Area;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    /**
     * By hand: 30 and 10 of 100 each, mean 0.2; spread (100·0.01 + 100·0.01)/200 = 0.01; by chance 0.2/100 = 0.002; between
     * 0.008. Prior mean/between = 25 units with 5 events: (30+5)/125 = 0.28 and (10+5)/125 = 0.12; own weight 100/125.
     */
    @Test
    void drawsTowardsTheCommonRateAsHandComputationDoes() {
        List<Area> areas = List.of(new Area(30, 100), new Area(10, 100));
        Rates rates = Rates.fit(areas);

        assertThat(rates.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(rates.between()).isCloseTo(0.008, within(1e-12));
        assertThat(rates.shrink(areas.getFirst(), LEVEL).rate()).isCloseTo(0.28, within(1e-12));
        assertThat(rates.shrink(areas.getLast(), LEVEL).rate()).isCloseTo(0.12, within(1e-12));
        assertThat(rates.shrink(areas.getLast(), LEVEL).weight()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void aSmallAreaMovesFurtherThanALargeOneAndKeepsAWiderInterval() {
        Rates rates = new Rates(0.06, 0.0004);
        Rates.Shrunk small = rates.shrink(new Area(6, 30), LEVEL);
        Rates.Shrunk large = rates.shrink(new Area(2_000, 10_000), LEVEL);

        assertThat(small.rate()).isBetween(0.06, 0.12);
        assertThat(large.rate()).isBetween(0.19, 0.2);
        assertThat(small.high() - small.low()).isGreaterThan(large.high() - large.low());
        assertThat(small.low()).isLessThan(small.rate());
        assertThat(small.high()).isGreaterThan(small.rate());
    }

    /** Gamma of whole shape: P(X <= x) is the Poisson tail, summed by hand. */
    @Test
    void theIntervalIsThatOfTheGammaDistribution() {
        Rates.Shrunk shrunk = new Rates(0.2, 0.008).shrink(new Area(30, 100), LEVEL);

        assertThat(atMost(34, 125 * shrunk.low())).isCloseTo(1 - 0.025, within(1e-6));
        assertThat(atMost(34, 125 * shrunk.high())).isCloseTo(0.025, within(1e-6));
    }

    private static double atMost(int count, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int i = 1; i <= count; i++) {
            term *= mean / i;
            sum += term;
        }
        return sum;
    }

    @Test
    void whatChanceExplainsIsNoDifference() {
        Rates rates = Rates.fit(List.of(new Area(10, 100), new Area(11, 100), new Area(9, 100)));

        assertThat(rates.between()).isZero();
        assertThat(rates.shrink(new Area(9, 100), LEVEL).rate()).isCloseTo(0.1, within(1e-12));
        assertThat(rates.shrink(new Area(9, 100), LEVEL).weight()).isZero();
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.fit(List.of(new Area(1, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.fit(List.of(new Area(0, 1), new Area(0, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Area(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Area(1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 7, 40, 333.3, 2_500})
    void theFunnelIsExactOnBothSides(double expected) {
        for (ConfidenceLevel level : List.of(Funnel.INNER, Funnel.OUTER)) {
            Funnel funnel = Funnel.of(expected, level);
            double tail = (1 - level.value()) / 2;

            assertThat(below(funnel.low() - 1, expected)).isLessThanOrEqualTo(tail + 1e-9);
            assertThat(below(funnel.low(), expected)).isGreaterThan(tail - 1e-9);
            assertThat(1 - below(funnel.high(), expected)).isLessThanOrEqualTo(tail + 1e-9);
            assertThat(1 - below(funnel.high() - 1, expected)).isGreaterThan(tail - 1e-9);
        }
    }

    /** The Poisson distribution summed in logarithms. */
    private static double below(long count, double mean) {
        double sum = 0;
        double log = -mean;
        for (long i = 0; i <= count; i++) {
            sum += Math.exp(log);
            log += Math.log(mean) - Math.log(i + 1.0);
        }
        return sum;
    }

    @Test
    void theFunnelSaysWhereACountLies() {
        Funnel funnel = Funnel.of(40, Funnel.INNER);

        assertThat(funnel.place(40)).isEqualTo(Funnel.Place.WITHIN);
        assertThat(funnel.place(funnel.high() + 1)).isEqualTo(Funnel.Place.ABOVE);
        assertThat(funnel.place(funnel.low() - 1)).isEqualTo(Funnel.Place.BELOW);
        assertThat(Funnel.of(0.3, Funnel.OUTER).place(0)).isEqualTo(Funnel.Place.WITHIN);
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.of(0, Funnel.INNER));
    }
}
