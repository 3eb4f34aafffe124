package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.modelling.BoostedTrainer.Settings;
import dk.rettidig.scoring.Direction;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostedTrainerTest {

    private static final int ROWS = 3_000;
    private final double[][] values = new double[ROWS][];
    private final boolean[] outcomes = new boolean[ROWS];

    /** The outcome rises with the first column up to .7 and falls beyond; the second is noise and unknown for a third. */
    BoostedTrainerTest() {
        SplittableRandom random = new SplittableRandom(11);
        for (int row = 0; row < ROWS; row++) {
            double first = random.nextDouble();
            values[row] = new double[] {first, random.nextInt(3) == 0 ? Double.NaN : random.nextDouble()};
            outcomes[row] = random.nextDouble() < (first < 0.7 ? first : 0.3);
        }
    }

    @Test
    void aDeclaredDirectionHoldsEverywhereAndWithoutOneTheDataDecide() {
        double[] constrained = curve(train(Direction.INCREASING));
        double[] free = curve(train(Direction.NONE));

        for (int i = 1; i < constrained.length; i++) {
            assertThat(constrained[i]).isGreaterThanOrEqualTo(constrained[i - 1]);
        }
        assertThat(free[95]).isLessThan(free[65]);
    }

    @Test
    void theOppositeDirectionNeverRises() {
        double[] falling = curve(train(Direction.DECREASING));

        for (int i = 1; i < falling.length; i++) {
            assertThat(falling[i]).isLessThanOrEqualTo(falling[i - 1]);
        }
    }

    @Test
    void whatIsUnknownIsNotZero() {
        double[][] known = new double[ROWS][];
        boolean[] truth = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            known[row] = new double[] {row % 3 == 0 ? Double.NaN : row % 3 == 1 ? 0 : 1, 0};
            truth[row] = row % 3 == 0;
        }
        BoostedModel model = new BoostedTrainer(Settings.usual(), 1, Instant.EPOCH)
                .train(known, truth, List.of(Direction.NONE, Direction.NONE));

        double[] logOdds = model.logOdds(new double[][] {{Double.NaN, 0}, {0, 0}, {1, 0}});

        assertThat(logOdds[0]).isGreaterThan(logOdds[1] + 2).isGreaterThan(logOdds[2] + 2);
    }

    @Test
    void theSameSeedGivesTheSameTreesAndABatchTheSameAsOneByOne() {
        BoostedModel one = train(Direction.INCREASING);
        double[] batch = one.logOdds(values);

        assertThat(train(Direction.INCREASING).logOdds(values)).containsExactly(batch);
        for (int row = 0; row < 20; row++) {
            assertThat(one.logOdds(new double[][] {values[row]})[0]).isEqualTo(batch[row]);
        }
    }

    private BoostedModel train(Direction first) {
        return new BoostedTrainer(Settings.usual(), 7, Instant.EPOCH)
                .train(values, outcomes, List.of(first, Direction.NONE));
    }

    private static double[] curve(BoostedModel model) {
        double[][] rows = new double[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i / 100.0, Double.NaN};
        }
        return model.logOdds(rows);
    }
}
