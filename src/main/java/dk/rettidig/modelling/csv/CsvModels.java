package dk.rettidig.modelling.csv;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.modelling.BoostedModel;
import dk.rettidig.modelling.BoostedTrainer;
import dk.rettidig.modelling.CalibrationFitter;
import dk.rettidig.modelling.FamilySplit;
import dk.rettidig.modelling.FittedModel;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.ScorecardFitter;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.csv.CsvEvaluation.Kind;
import dk.rettidig.modelling.evaluation.EvaluationReport.Remark;
import dk.rettidig.scoring.Calibration;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Our own models on the columns of a file: each fold is predicted by a model that was fitted on the others, of which a part
 * chooses the calibration. Bins are cut on all rows, without their outcome.
 */
final class CsvModels {

    /** Of the rows that are not in the fold, one in so many chooses features and calibration. */
    private static final int CALIBRATION_PART = 5;

    private static final int SMALLEST_BIN = 15;
    private static final int EPOCHS = 20;
    private static final double LEARNING_RATE = 0.1;

    /** Most rows that models are fitted to; more change a scorecard's weights less than their rounding. */
    private static final int MOST_ROWS = 100_000;

    /** A file is no feed: nothing in it is ever stale. */
    private static final int DAYS = 365;

    private final CsvPlan plan;
    private final long seed;

    CsvModels(CsvPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Predictions of every row by a model that did not see it.
     *
     * @param remarks columns that some fold left out
     */
    @SuppressWarnings("ArrayRecordComponent") // a column, never compared
    record Predicted(Kind kind, double[] probabilities, List<Remark> remarks) {}

    /** The rows of a file as our trainers take them. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Data(
            List<CsvColumns> columns, List<TrainingRow> rows, boolean[] outcomes, int[] folds, long[] families) {}

    List<Predicted> predict(CsvTable table, boolean[] outcomes, long[] families, List<Kind> kinds) {
        if (plan.features().isEmpty()) {
            throw new ModellingFault(ModellingErrorCode.COLUMN_MISSING, Map.of("option", "--features or --score"));
        }
        List<CsvColumns> columns = plan.features().stream()
                .flatMap(name -> CsvColumns.of(table, name, direction(name)).stream())
                .toList();
        int[] folds = Arrays.stream(families)
                .mapToInt(family -> (int) Long.remainderUnsigned(FamilySplit.mix(family * 31 + seed), plan.folds()))
                .toArray();
        List<TrainingRow> rows = new ArrayList<>(outcomes.length);
        for (int row = 0; row < outcomes.length; row++) {
            int at = row;
            double[] known =
                    columns.stream().mapToDouble(each -> each.values()[at]).toArray();
            rows.add(TrainingRow.of(known, families[row], outcomes[row]));
        }
        Data data = new Data(columns, rows, outcomes, folds, families);
        return kinds.stream().map(kind -> predicted(kind, data)).toList();
    }

    private Direction direction(String name) {
        if (plan.increasing().contains(name)) {
            return Direction.INCREASING;
        }
        return plan.decreasing().contains(name) ? Direction.DECREASING : Direction.NONE;
    }

    private Predicted predicted(Kind kind, Data data) {
        double[] probabilities = new double[data.outcomes().length];
        Set<String> dropped = new TreeSet<>();
        for (int fold = 0; fold < plan.folds(); fold++) {
            int number = fold;
            int[] test = rows(data, row -> data.folds()[row] == number);
            int[] fit = fitted(rows(data, row -> data.folds()[row] != number && !calibrates(data, row)));
            int[] calibrate = fitted(rows(data, row -> data.folds()[row] != number && calibrates(data, row)));
            double[][] logOdds = kind == Kind.SCORECARD
                    ? scorecard(data, fit, calibrate, test, dropped)
                    : boosted(data, fit, calibrate, test);
            Calibration calibration = CalibrationFitter.choose(
                            logOdds[0], outcomes(data, calibrate), halves(data, calibrate))
                    .calibration();
            for (int i = 0; i < test.length; i++) {
                probabilities[test[i]] = calibration.probability(logOdds[1][i]);
            }
        }
        return new Predicted(kind, probabilities, remarks(dropped));
    }

    private static List<Remark> remarks(Set<String> dropped) {
        return dropped.isEmpty()
                ? List.of()
                : List.of(new Remark(
                        "Uden målbar gevinst i mindst én del, og derfor udeladt dér: " + String.join(", ", dropped)
                                + ".",
                        "Without measurable gain in at least one fold, and so left out there: "
                                + String.join(", ", dropped) + "."));
    }

    private interface Rows {
        boolean has(int row);
    }

    private static int[] rows(Data data, Rows wanted) {
        return IntStream.range(0, data.outcomes().length).filter(wanted::has).toArray();
    }

    /** At most so many of the rows, spread over all of them. */
    private static int[] fitted(int[] rows) {
        int step = (rows.length + MOST_ROWS - 1) / MOST_ROWS;
        return step <= 1
                ? rows
                : IntStream.range(0, rows.length / step)
                        .map(i -> rows[i * step])
                        .toArray();
    }

    private boolean calibrates(Data data, int row) {
        return Long.remainderUnsigned(FamilySplit.mix(data.families()[row] * 37 + seed + 1), CALIBRATION_PART) == 0;
    }

    private boolean[] halves(Data data, int[] rows) {
        boolean[] half = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            half[i] = FamilySplit.firstHalf(data.families()[rows[i]], seed);
        }
        return half;
    }

    private static boolean[] outcomes(Data data, int[] rows) {
        boolean[] outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcomes[i] = data.outcomes()[rows[i]];
        }
        return outcomes;
    }

    private double[][] scorecard(Data data, int[] fit, int[] calibrate, int[] test, Set<String> dropped) {
        FittedModel fitted = new ScorecardFitter(settings(), picked(data, fit), picked(data, calibrate))
                .fit(definitions(data.columns()));
        fitted.dropped()
                .keySet()
                .forEach(id -> dropped.add(
                        data.columns().get(Integer.parseInt(id.substring(1))).name()));
        return new double[][] {fitted.logOdds(picked(data, calibrate)), fitted.logOdds(picked(data, test))};
    }

    private static List<TrainingRow> picked(Data data, int[] rows) {
        return Arrays.stream(rows).mapToObj(data.rows()::get).toList();
    }

    /** A column that enters twice for the scorecard enters once here, without a direction. */
    private double[][] boosted(Data data, int[] fit, int[] calibrate, int[] test) {
        List<Integer> once = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < data.columns().size(); column++) {
            String name = data.columns().get(column).name();
            if (seen.add(name)) {
                once.add(column);
                directions.add(direction(name));
            }
        }
        BoostedModel model = new BoostedTrainer(BoostedTrainer.Settings.usual(), seed, Instant.EPOCH)
                .train(values(data, fit, once), outcomes(data, fit), directions);
        return new double[][] {model.logOdds(values(data, calibrate, once)), model.logOdds(values(data, test, once))};
    }

    private static double[][] values(Data data, int[] rows, List<Integer> columns) {
        return Arrays.stream(rows)
                .mapToObj(row -> columns.stream()
                        .mapToDouble(column -> data.rows().get(row).values()[column])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<FeatureDefinition> definitions(List<CsvColumns> columns) {
        List<FeatureDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CsvColumns column = columns.get(i);
            int bins = column.edges().isEmpty()
                    ? column.categories().size()
                    : column.edges().size() + 1;
            boolean constant = column.edges().isEmpty() && column.categories().size() < 2;
            definitions.add(new FeatureDefinition(
                    new IndicatorId(String.format(Locale.ROOT, "C%05d", i)),
                    "file",
                    DAYS,
                    DAYS,
                    constant || column.edges().isEmpty() ? Direction.NONE : column.direction(),
                    MissingRule.OWN_BIN,
                    column.edges(),
                    column.edges().isEmpty() && bins == 0 ? List.of(0) : column.categories(),
                    Collections.nCopies(Math.max(0, bins - 1), 0.0),
                    0,
                    Collections.nCopies(Math.max(1, bins), 0),
                    0));
        }
        return definitions;
    }

    private TrainingSettings settings() {
        return new TrainingSettings(
                "csv/1.0.0",
                ModelManifest.TARGET,
                seed,
                Instant.EPOCH.toString(),
                new TrainingSettings.Data(
                        seed,
                        0,
                        1,
                        new TrainingSettings.Cohort("2000-01-01"),
                        new TrainingSettings.Cohort("2001-01-01")),
                new TrainingSettings.Split(60, 20, 20),
                new TrainingSettings.Trainer(EPOCHS, LEARNING_RATE, 32, SMALLEST_BIN, 0, 0),
                new TrainingSettings.Abstention(0, 0, 0, 1),
                List.of());
    }
}
