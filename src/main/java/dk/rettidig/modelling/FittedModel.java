package dk.rettidig.modelling;

import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.FeatureDefinition;
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
public record FittedModel(
        LinearSGDModel model, List<FeatureDefinition> features, int[] columns, Map<String, String> dropped) {

    /** The log-odds of each row. */
    public double[] logOdds(List<TrainingRow> rows) {
        List<BinTable> tables = features.stream().map(BinTable::new).toList();
        double bias = ScorecardTrainer.bias(model);
        return rows.stream().mapToDouble(row -> bias + sum(tables, row, -1)).toArray();
    }

    /** The log-odds of each row when nothing of one feature entered but its mean. */
    double[] logOddsWithout(int feature, List<TrainingRow> rows) {
        List<BinTable> tables = features.stream().map(BinTable::new).toList();
        double bias = ScorecardTrainer.bias(model);
        double mean = rows.stream()
                .mapToDouble(row -> own(tables, row, feature))
                .average()
                .orElse(0);
        return rows.stream()
                .mapToDouble(row -> bias + mean + sum(tables, row, feature))
                .toArray();
    }

    private double sum(List<BinTable> tables, TrainingRow row, int without) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += i == without ? 0 : own(tables, row, i);
        }
        return sum;
    }

    private double own(List<BinTable> tables, TrainingRow row, int feature) {
        BinTable table = tables.get(feature);
        return table.weight(table.bin(row.values()[columns[feature]]));
    }
}
