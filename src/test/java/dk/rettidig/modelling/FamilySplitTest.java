package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.modelling.FamilySplit.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilySplitTest {

    private static final TrainingSettings.Split SHARES = new TrainingSettings.Split(60, 20, 20);

    @Test
    void partsHaveTheirSharesAndAFamilyAlwaysTheSameOne() {
        FamilySplit split = new FamilySplit(7, SHARES);
        int[] counts = new int[Part.values().length];
        for (long family = 0; family < 100_000; family++) {
            counts[index(split.part(family))]++;
            assertThat(split.part(family)).isEqualTo(new FamilySplit(7, SHARES).part(family));
        }

        assertThat(counts[0] / 100_000.0).isEqualTo(.60, within(.01));
        assertThat(counts[1] / 100_000.0).isEqualTo(.20, within(.01));
        assertThat(counts[2] / 100_000.0).isEqualTo(.20, within(.01));
    }

    private static int index(Part part) {
        return switch (part) {
            case TRAIN -> 0;
            case CALIBRATE -> 1;
            case TEST -> 2;
        };
    }

    @ParameterizedTest
    @CsvSource({"60,20,10", "100,0,0", "-10,90,20"})
    void refusesSharesThatDoNotAddUp(int train, int calibrate, int test) {
        assertThatThrownBy(() -> new TrainingSettings.Split(train, calibrate, test))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
