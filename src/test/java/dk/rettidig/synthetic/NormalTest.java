package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @ParameterizedTest
    @CsvSource({
        "0, .5",
        "1, .8413447460685429",
        "-1.959963984540054, .025",
        "3, .9986501019683699",
        "-8, 6.22096057427e-16"
    })
    void isTheDistributionFunction(double value, double probability) {
        assertThat(Normal.below(value)).isCloseTo(probability, within(1e-13));
    }

    @Test
    void theQuantileUndoesTheDistributionFunction() {
        for (double value = -6; value <= 5; value += 0.01) {
            assertThat(Normal.quantile(Normal.below(value))).isCloseTo(value, within(1e-8));
        }
    }
}
