package dk.rettidig.modelling;

import dk.rettidig.scoring.Direction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/**
 * The boosted challenger: XGBoost through Tribuo, one thread, exact splits, monotone where a direction is declared. Trees are
 * fitted to the outcome as 0 and 1 by squared error: one output, so that a constraint on it is a constraint on the
 * probability; Tribuo's classifier has an output for each class, and constraints on both say nothing about their difference
 * (ADR 120).
 */
public final class BoostedTrainer {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    private static final String OUTPUT = "outcome";

    private final Settings settings;
    private final long seed;
    private final Instant trainedAt;

    /**
     * Settings of the trees.
     *
     * @param trees how many, {@code depth} how deep, {@code learningRate} share of each that counts
     * @param minimumChildren rows that a leaf must hold
     * @param rowShare share of rows for each tree, {@code columnShare} of columns
     */
    public record Settings(
            int trees, int depth, double learningRate, int minimumChildren, double rowShare, double columnShare) {

        /** Small steps, shallow trees. */
        public static Settings usual() {
            return new Settings(200, 4, 0.06, 20, 0.8, 0.8);
        }
    }

    /** A trainer; equal settings and seed give equal trees on one architecture. */
    public BoostedTrainer(Settings settings, long seed, Instant trainedAt) {
        this.settings = settings;
        this.seed = seed;
        this.trainedAt = trainedAt;
        TRIBUO.setLevel(Level.WARNING);
    }

    /**
     * Trains.
     *
     * @param values rows of columns, NaN where nothing is known
     * @param directions of the columns
     * @throws ModellingFault {@code modelling_boosted_unavailable} where the native library cannot be loaded
     */
    public BoostedModel train(double[][] values, boolean[] outcomes, List<Direction> directions) {
        try {
            RegressionFactory factory = new RegressionFactory();
            MutableDataset<Regressor> data = new MutableDataset<>(
                    new SimpleDataSourceProvenance(
                            "rettidig training rows " + values.length, trainedAt.atOffset(ZoneOffset.UTC), factory),
                    factory);
            for (int row = 0; row < values.length; row++) {
                data.add(example(values[row], outcomes[row] ? 1 : 0));
            }
            XGBoostModel<Regressor> model = new XGBoostRegressionTrainer(
                            RegressionType.LINEAR,
                            settings.trees(),
                            parameters(constraints(data.getFeatureIDMap(), directions)))
                    .train(data, Map.of());
            model.setNumThreads(1);
            return new BoostedModel(model, List.copyOf(directions));
        } catch (LinkageError | IllegalStateException failure) {
            throw new ModellingFault(ModellingErrorCode.BOOSTED_UNAVAILABLE, Map.of(), failure);
        }
    }

    private Map<String, Object> parameters(String constraints) {
        return Map.ofEntries(
                Map.entry("objective", "reg:squarederror"),
                Map.entry("tree_method", "exact"),
                Map.entry("base_score", 0.5),
                Map.entry("max_depth", settings.depth()),
                Map.entry("eta", settings.learningRate()),
                Map.entry("min_child_weight", settings.minimumChildren()),
                Map.entry("subsample", settings.rowShare()),
                Map.entry("colsample_bytree", settings.columnShare()),
                Map.entry("monotone_constraints", constraints),
                Map.entry("nthread", 1),
                Map.entry("seed", seed),
                Map.entry("verbosity", 0));
    }

    /** In the order of Tribuo's feature ids, which leave out columns that are never known. */
    private static String constraints(ImmutableFeatureMap features, List<Direction> directions) {
        return IntStream.range(0, features.size())
                .mapToObj(id -> switch (directions.get(column(features.get(id).getName()))) {
                    case INCREASING -> "1";
                    case DECREASING -> "-1";
                    case NONE -> "0";
                })
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static int column(String name) {
        return Integer.parseInt(name.substring(1));
    }

    /** What is not known is left out of the example, which XGBoost takes as missing; a zero is a value. */
    static Example<Regressor> example(double[] values, double outcome) {
        List<String> names = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        for (int column = 0; column < values.length; column++) {
            if (!Double.isNaN(values[column])) {
                names.add(String.format(Locale.ROOT, "c%05d", column));
                known.add(values[column]);
            }
        }
        return new ArrayExample<>(
                new Regressor(OUTPUT, outcome),
                names.toArray(String[]::new),
                known.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
