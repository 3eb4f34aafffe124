package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private static final Path COMPAS = Path.of("../shared/data/compas/compas-two-years-deidentified.csv");

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

    /** Worked by hand: ranked 1, 0, 1, 0 gives (1/1 + 2/3) / 2; all tied gives the base rate. */
    @Test
    void averagePrecisionWeighsPrecisionByTheRecallItAdds() {
        assertThat(Metrics.averagePrecision(new double[] {4, 3, 2, 1}, new boolean[] {true, false, true, false}))
                .isEqualTo((1.0 + 2.0 / 3) / 2, within(1e-12));
        assertThat(Metrics.averagePrecision(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false}))
                .isEqualTo(0.25, within(1e-12));
        assertThat(Metrics.averagePrecision(new double[] {1}, new boolean[] {false}))
                .isNaN();
    }

    @Test
    void brierAndCalibrationErrorAreZeroForTruthAndKnownForAConstant() {
        boolean[] outcomes = {true, false, true, false};

        assertThat(Metrics.brier(new double[] {1, 0, 1, 0}, outcomes)).isZero();
        assertThat(Metrics.brier(new double[] {.5, .5, .5, .5}, outcomes)).isEqualTo(.25, within(1e-12));
        assertThat(Metrics.calibrationError(new double[] {.5, .5, .5, .5}, outcomes, 1))
                .isZero();
        assertThat(Metrics.calibrationError(new double[] {.9, .9, .9, .9}, outcomes, 1))
                .isEqualTo(.4, within(1e-12));
    }

    @Test
    void logLossOfEvenOddsIsOneBitAndStaysFiniteForCertainty() {
        assertThat(Metrics.logLoss(new double[] {0, 0}, new boolean[] {true, false}))
                .isEqualTo(Math.log(2), within(1e-12));
        assertThat(Metrics.logLoss(new double[] {-800}, new boolean[] {true})).isEqualTo(800, within(1e-9));
    }

    @Test
    void thresholdReachesTheShareThatIsAskedFor() {
        double[] scores = {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1};

        assertThat(Metrics.thresholdFor(scores, .2)).isEqualTo(.9);
        assertThat(Metrics.thresholdFor(scores, .01)).isEqualTo(1);
        assertThat(Metrics.precision(scores, new boolean[10], .9)).isZero();
    }

    /** ProPublica (2016), "high" being decile 5 to 10; figures of ../shared/data/README.md. */
    @ParameterizedTest
    @CsvSource({
        "'',.7022,.3235,.3740,.6135",
        "African-American,.6918,.4485,.2799,.6297",
        "Caucasian,.6931,.2345,.4772,.5913"
    })
    void reproducesTheCompasRatesToFourDigits(String group, double auc, double fpr, double fnr, double ppv)
            throws IOException {
        assumeTrue(Files.exists(COMPAS), "skipped: no COMPAS data at " + COMPAS);
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(COMPAS)) {
            rows = reader.stream()
                    .filter(row -> group.isEmpty() || row.getField("race").equals(group))
                    .toList();
        }
        double[] deciles = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("decile_score")))
                .toArray();
        boolean[] outcomes = new boolean[rows.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = rows.get(i).getField("two_year_recid").equals("1");
        }

        assertThat(Metrics.auc(deciles, outcomes)).isEqualTo(auc, within(5e-5));
        assertThat(Metrics.falsePositiveRate(deciles, outcomes, 5)).isEqualTo(fpr, within(5e-5));
        assertThat(Metrics.falseNegativeRate(deciles, outcomes, 5)).isEqualTo(fnr, within(5e-5));
        assertThat(Metrics.precision(deciles, outcomes, 5)).isEqualTo(ppv, within(5e-5));
    }
}
