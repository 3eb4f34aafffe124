package dk.rettidig.modelling;

import dk.rettidig.scoring.BinFeatures;
import dk.rettidig.scoring.FeatureDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * A trained model with its features.
 *
 * @param columns each feature's place in the rows
 * @param dropped ids of indicators that were tried and left out, with the reason
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record FittedModel(LinearSGDModel model, List<FeatureDefinition> features, int[] columns, Map<String, String> dropped) {

    /** The log-odds of each row. */
    double[] logOdds(List<TrainingRow> rows) {
        Map<String, Double> weights = new HashMap<>();
        features.forEach(feature ->
                feature.tribuoNames().forEach(name -> weights.put(name, ScorecardTrainer.weight(model, name))));
        double bias = ScorecardTrainer.bias(model);
        return rows.stream().mapToDouble(row -> bias + sum(weights, row, -1)).toArray();
    }

    /** The log-odds of each row when nothing of one feature entered but its mean. */
    double[] logOddsWithout(int feature, List<TrainingRow> rows) {
        Map<String, Double> weights = new HashMap<>();
        features.forEach(each ->
                each.tribuoNames().forEach(name -> weights.put(name, ScorecardTrainer.weight(model, name))));
        double bias = ScorecardTrainer.bias(model);
        double mean = rows.stream()
                .mapToDouble(row -> own(weights, row, feature))
                .average()
                .orElse(0);
        return rows.stream()
                .mapToDouble(row -> bias + mean + sum(weights, row, feature))
                .toArray();
    }

    private double sum(Map<String, Double> weights, TrainingRow row, int without) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += i == without ? 0 : own(weights, row, i);
        }
        return sum;
    }

    private double own(Map<String, Double> weights, TrainingRow row, int feature) {
        return BinFeatures.active(features.get(feature), row.values()[columns[feature]]).stream()
                .mapToDouble(name -> weights.getOrDefault(name, 0.0))
                .sum();
    }
}
