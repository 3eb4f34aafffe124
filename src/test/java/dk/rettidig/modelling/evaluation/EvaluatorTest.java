package dk.rettidig.modelling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.EvaluationReport.NetBenefit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

    /** Worked by hand: ranked 1, 0, 1, 0 gives (1/1 + 2/3) / 2; all tied gives the base rate. */
    @Test
    void averagePrecisionWeighsPrecisionByTheRecallItAdds() {
        assertThat(figure(Figure.AVERAGE_PRECISION, new double[] {4, 3, 2, 1}, true, false, true, false))
                .isEqualTo((1.0 + 2.0 / 3) / 2, within(1e-12));
        assertThat(figure(Figure.AVERAGE_PRECISION, new double[] {1, 1, 1, 1}, true, false, false, false))
                .isEqualTo(0.25, within(1e-12));
        assertThat(figure(Figure.AVERAGE_PRECISION, new double[] {1}, false)).isNaN();
    }

    @Test
    void calibrationErrorIsZeroForTruthAndKnownForAConstant() {
        assertThat(figure(Figure.CALIBRATION_ERROR, new double[] {1, 0, 1, 0}, true, false, true, false))
                .isZero();
        assertThat(figure(Figure.CALIBRATION_GAP, new double[] {.9, .9, .9, .9}, true, false, true, false))
                .isEqualTo(.4, within(1e-12));
    }

    /** Worked by hand: a score at the threshold counts, and a wrong one weighs the threshold's odds. */
    @Test
    void netBenefitWeighsWrongOnesAtTheOddsOfTheThreshold() {
        List<NetBenefit> curve =
                Evaluator.netBenefit(judged(new double[] {.2, .6, .15, .9}, new boolean[] {false, true, true, false}));

        assertThat(curve).hasSize(16);
        assertThat(at(curve, .15).model()).isEqualTo((2 - 2 * .15 / .85) / 4, within(1e-12));
        assertThat(at(curve, .2).model()).isEqualTo((1 - 2 * .25) / 4, within(1e-12));
        assertThat(at(curve, .5).model()).isZero();
        assertThat(at(curve, .8).model()).isEqualTo(-4.0 / 4, within(1e-12));
        assertThat(at(curve, .5).all()).isZero();
        assertThat(at(curve, .2).all()).isEqualTo(.5 - .25 * .5, within(1e-12));
    }

    private static NetBenefit at(List<NetBenefit> curve, double threshold) {
        return curve.stream()
                .filter(point -> point.threshold() == threshold)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groupsOfNobodyAndOfThreeAreLeftOutWithoutTheirSizeAndTheReportSaysSo() {
        int rows = 60;
        double[] scores =
                IntStream.range(0, rows).mapToDouble(row -> (row + 0.5) / rows).toArray();
        boolean[] truth = new boolean[rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = row % 3 == 0;
            codes[row] = row < 3 ? 2 : 0;
        }
        Grouping grouping = new Grouping("attribute", List.of("many", "nobody", "three"), codes);

        EvaluationReport report = new Evaluator(
                        Plan.usual(1).withResamples(20),
                        IntStream.range(0, rows).asLongStream().toArray(),
                        List.of(grouping))
                .report("subject", "data", "reason", List.of(judged(scores, truth)), List.of());

        assertThat(report.comparisons().getFirst().groups())
                .extracting(GroupFigures::level, GroupFigures::suppressed, GroupFigures::rows)
                .containsExactly(tuple("many", false, 57), tuple("nobody", true, -1), tuple("three", true, -1));
        assertThat(report.comparisons().getFirst().groups().subList(1, 3))
                .allSatisfy(group -> assertThat(group.figures()).isEmpty());
        assertThat(report.reliabilityByGroup()).doesNotContainKeys("attribute: nobody", "attribute: three");
        assertThat(report.remarks())
                .anySatisfy(
                        remark -> assertThat(remark.danish()).isEqualTo("Grupper med færre end 20 rækker er udeladt."));
    }

    @Test
    void theThresholdReachesTheShareThatIsAskedFor() {
        double[] scores = {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1};

        assertThat(Evaluator.thresholdFor(scores, .2)).isEqualTo(.9);
        assertThat(Evaluator.thresholdFor(scores, .01)).isEqualTo(1);
    }

    /** The one pass over weights says what plain figures of the rows written out so many times say. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aWeightIsARowThatStandsThereSoManyTimes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(40, 90);
        double[] scores = IntStream.range(0, rows)
                .mapToDouble(_ -> random.nextInt(15) / 15.0)
                .toArray();
        boolean[] truth = new boolean[rows];
        int[] weights = new int[rows];
        List<Integer> written = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            truth[row] = random.nextDouble() < scores[row];
            weights[row] = random.nextInt(4);
            for (int times = 0; times < weights[row]; times++) {
                written.add(row);
            }
        }
        boolean[] writtenTruth = new boolean[written.size()];
        for (int i = 0; i < writtenTruth.length; i++) {
            writtenTruth[i] = truth[written.get(i)];
        }

        double[] weighted = SortedRows.all(judged(scores, truth)).figures(weights);
        double[] plain = SortedRows.all(
                        judged(written.stream().mapToDouble(row -> scores[row]).toArray(), writtenTruth))
                .figures(once(written.size()));

        for (Figure figure : Figure.values()) {
            assertThat(weighted[figure.place()])
                    .as("%s, seed %d", figure, seed)
                    .isEqualTo(plain[figure.place()], within(1e-12));
        }
    }

    /** For a share the percentile interval is as wide as the binomial says. */
    @Test
    void intervalsAreAsWideAsChanceMakesThemAndHoldTheValue() {
        int rows = 2_000;
        long[] alone = IntStream.range(0, rows).asLongStream().toArray();

        Interval interval = baseRate(rows, alone, 1);

        double expected = 2 * 1.96 * Math.sqrt(interval.value() * (1 - interval.value()) / rows);
        assertThat(interval.high() - interval.low()).isEqualTo(expected, within(0.15 * expected));
        assertThat(interval.low()).isLessThan(interval.value());
        assertThat(interval.high()).isGreaterThan(interval.value());
    }

    @Test
    void rowsOfAFamilyAreDrawnTogetherSoAlikeSiblingsWidenTheInterval() {
        int rows = 2_000;
        long[] alone = IntStream.range(0, rows).asLongStream().toArray();
        long[] families = IntStream.range(0, rows).mapToLong(row -> row / 4).toArray();

        Interval each = baseRate(rows, alone, 4);
        Interval together = baseRate(rows, families, 4);

        assertThat(together.value()).isEqualTo(each.value());
        assertThat((together.high() - together.low()) / (each.high() - each.low()))
                .isBetween(1.7, 2.3);
    }

    @Test
    void theSameSeedGivesTheSameIntervalsAndAnotherDoesNot() {
        long[] alone = IntStream.range(0, 500).asLongStream().toArray();

        assertThat(report(500, alone, 1, 9))
                .isEqualTo(report(500, alone, 1, 9))
                .isNotEqualTo(report(500, alone, 1, 10));
    }

    /** {@code alike} rows in a row have the same outcome. */
    private static Interval baseRate(int rows, long[] families, int alike) {
        return report(rows, families, alike, 5).comparison("score").figure(Figure.BASE_RATE);
    }

    private static EvaluationReport report(int rows, long[] families, int alike, long seed) {
        SplittableRandom random = new SplittableRandom(77);
        boolean[] truth = new boolean[rows];
        boolean outcome = false;
        for (int row = 0; row < rows; row++) {
            outcome = row % alike == 0 ? random.nextDouble() < 0.3 : outcome;
            truth[row] = outcome;
        }
        double[] scores =
                IntStream.range(0, rows).mapToDouble(_ -> random.nextDouble()).toArray();
        return new Evaluator(Plan.usual(seed), families, List.of())
                .report("a score", "made up", "given", List.of(judged(scores, truth)), List.of());
    }

    private static double figure(Figure figure, double[] scores, boolean... truth) {
        return SortedRows.all(judged(scores, truth)).figures(once(scores.length))[figure.place()];
    }

    private static Judged judged(double[] scores, boolean[] truth) {
        return new Judged("score", "score", "score", scores, truth, 0.5, true);
    }

    private static int[] once(int rows) {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        return once;
    }
}
