package dk.rettidig.modelling;

import dk.rettidig.scoring.FeatureDefinition;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Logistic regression over cumulative bins by Tribuo's stochastic gradient descent, one thread, seeded. */
final class ScorecardTrainer {

    static final String POSITIVE = "1";
    static final String NEGATIVE = "0";

    /** Tribuo logs each training at INFO; kept so that the level is not collected with the logger. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    /** AdaGrad's guard against division by zero; Tribuo's default. */
    private static final double EPSILON = 0.1;

    private final TrainingSettings settings;

    ScorecardTrainer(TrainingSettings settings) {
        this.settings = settings;
        TRIBUO.setLevel(Level.WARNING);
    }

    /** Trains on these features; {@code columns} gives each feature's place in the rows. */
    LinearSGDModel train(List<FeatureDefinition> features, int[] columns, List<TrainingRow> rows) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance(
                        "rettidig training rows " + rows.size(),
                        settings.trainedMoment().atOffset(ZoneOffset.UTC),
                        labels),
                labels);
        List<ActiveNames> names = features.stream().map(ActiveNames::new).toList();
        Set<String> seen = new TreeSet<>();
        rows.forEach(row -> seen.addAll(active(names, columns, row)));
        boolean filled =
                rows.stream().anyMatch(row -> active(names, columns, row).size() == seen.size());
        for (TrainingRow row : rows) {
            data.add(example(names, columns, row, filled ? seen : Set.of()));
        }
        TrainingSettings.Trainer trainer = settings.trainer();
        return new LinearSGDTrainer(
                        new LogMulticlass(),
                        new AdaGrad(trainer.learningRate(), EPSILON),
                        trainer.epochs(),
                        Integer.MAX_VALUE,
                        trainer.minibatch(),
                        settings.seed())
                .train(data);
    }

    private static List<String> active(List<ActiveNames> features, int[] columns, TrainingRow row) {
        List<String> active = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            active.addAll(features.get(i).of(row.values()[columns[i]]));
        }
        return active;
    }

    /**
     * What is on has the value 1.
     *
     * @param zeros what is off and has the value 0 nevertheless: Tribuo takes an example that has every feature as dense and
     *     cannot add its gradient to a sparse one's, so where there is such a child all examples get all features
     */
    private static ArrayExample<Label> example(
            List<ActiveNames> features, int[] columns, TrainingRow row, Set<String> zeros) {
        Map<String, Double> values = new HashMap<>();
        zeros.forEach(name -> values.put(name, 0.0));
        active(features, columns, row).forEach(name -> values.put(name, 1.0));
        if (values.isEmpty()) { // Tribuo takes no example without features; a zero says the same
            values.put(features.get(0).first(), 0.0);
        }
        String[] names = values.keySet().toArray(String[]::new);
        return new ArrayExample<>( // sorted once: added one by one, they would be sorted each time
                new Label(row.outcome() ? POSITIVE : NEGATIVE),
                names,
                Arrays.stream(names).mapToDouble(values::get).toArray());
    }

    /** The weight that a Tribuo feature adds to the log-odds: the difference of the two labels' weights. */
    static double weight(LinearSGDModel model, String name) {
        return difference(model, model.getFeatureIDMap().getID(name));
    }

    /** The intercept, which Tribuo keeps in the last column. */
    static double bias(LinearSGDModel model) {
        return difference(model, model.getFeatureIDMap().size());
    }

    private static double difference(LinearSGDModel model, int column) {
        var weights = model.getWeightsCopy();
        int positive = model.getOutputIDInfo().getID(new Label(POSITIVE));
        int negative = model.getOutputIDInfo().getID(new Label(NEGATIVE));
        return weights.get(positive, column) - weights.get(negative, column);
    }
}
