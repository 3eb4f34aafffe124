package dk.rettidig.modelling;

import dk.rettidig.scoring.Direction;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Prediction;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.regression.Regressor;

/** Trained trees. Predicts in batches: one by one costs fifteen times as much. Not safe for several threads. */
public final class BoostedModel {

    /** Rows in one call of the native library: memory stays flat whatever the number of rows. */
    private static final int BATCH = 50_000;

    /** How near a share may come to 0 and 1 before it is turned into log-odds. */
    private static final double EDGE = 1e-4;

    private final XGBoostModel<Regressor> model;
    private final List<Direction> directions;

    BoostedModel(XGBoostModel<Regressor> model, List<Direction> directions) {
        this.model = model;
        this.directions = directions;
    }

    /** The directions it was trained under. */
    public List<Direction> directions() {
        return directions;
    }

    /** Log-odds of the outcome of each row, not calibrated yet. */
    public double[] logOdds(double[][] values) {
        double[] logOdds = new double[values.length];
        for (int from = 0; from < values.length; from += BATCH) {
            List<Example<Regressor>> batch = new ArrayList<>();
            for (int row = from; row < Math.min(values.length, from + BATCH); row++) {
                batch.add(BoostedTrainer.example(values[row], 0));
            }
            int at = from;
            for (Prediction<Regressor> prediction : model.predict(batch)) {
                double share = Math.clamp(prediction.getOutput().getValues()[0], EDGE, 1 - EDGE);
                logOdds[at++] = Math.log(share / (1 - share));
            }
        }
        return logOdds;
    }
}
