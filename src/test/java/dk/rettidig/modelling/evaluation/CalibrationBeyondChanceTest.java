package dk.rettidig.modelling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.modelling.evaluation.EvaluationReport.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationBeyondChanceTest {

    private static final int GROUPS = 5;
    private static final int TRIALS = 400;

    @Test
    void tablesWithoutChanceGiveThePlainRootMeanSquare() {
        List<Reliability> large = List.of(new Reliability(0.2, 0.1, 1_000_000), new Reliability(0.5, 0.5, 1_000_000));

        assertThat(CalibrationBeyondChance.of(large)).isCloseTo(0.1 / Math.sqrt(2), within(1e-4));
    }

    @Test
    void nothingIsSaidOfGroupsOfOneOrOfNone() {
        assertThat(CalibrationBeyondChance.of(List.of())).isNaN();
        assertThat(CalibrationBeyondChance.of(List.of(new Reliability(0.2, 0.1, 100), new Reliability(0.5, 1, 1))))
                .isNaN();
    }

    /** In its square it is right on average however few the rows are, where the plain error of 800 perfect rows is .04. */
    @ParameterizedTest
    @CsvSource({"150, 0", "800, 0", "800, 0.05", "3000, 0.05", "800, 0.10"})
    void theSquareIsRightOnAverageAtAnySize(int rows, double shift) {
        long seed = 20_261_123L + rows;
        SplittableRandom random = new SplittableRandom(seed);
        double squares = 0;
        int beyond = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double error = CalibrationBeyondChance.of(table(rows, shift, random));
            squares += error * error;
            beyond += error > 0.03 ? 1 : 0;
        }

        double found = squares / TRIALS;
        // cut off at 0, so a perfect table gives a little more than nothing
        assertThat(found).as("seed %d", seed).isBetween(0.85 * shift * shift, shift * shift + 0.35 / rows);
        if (shift == 0.10) {
            assertThat(beyond).as("an error of .10 is noticed").isEqualTo(TRIALS);
        } else if (shift == 0 && rows == 800) {
            assertThat(beyond).as("a perfect table seldom fails").isLessThan(TRIALS / 6);
        }
    }

    private static List<Reliability> table(int rows, double shift, SplittableRandom random) {
        List<Reliability> table = new ArrayList<>();
        int each = rows / GROUPS;
        for (int group = 0; group < GROUPS; group++) {
            double probability = 0.15 + 0.14 * group;
            int with = 0;
            for (int row = 0; row < each; row++) {
                with += random.nextDouble() < probability ? 1 : 0;
            }
            table.add(new Reliability(probability + (group % 2 == 0 ? shift : -shift), (double) with / each, each));
        }
        return table;
    }
}
