package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.Reliability;
import java.util.List;

/**
 * How far calculated and observed lie apart in a table of groups, less what chance alone puts between them. The plain
 * calibration error of few rows says little: of 800 that are calibrated perfectly it is .04 by chance.
 *
 * <p>The mean over groups of (calculated − observed)², less the sampling variance o(1 − o)/(n − 1) of each observed share, and the
 * root of it (Kumar, Liang, Ma, <i>Verified Uncertainty Calibration</i>, 2019): unbiased in its square, 0 where chance explains
 * all of it.
 */
public final class CalibrationBeyondChance {

    private CalibrationBeyondChance() {}

    /**
     * The error, 0 to 1; NaN where a group has fewer than two rows or there is none.
     *
     * @param groups of about equal size, by probability
     */
    public static double of(List<Reliability> groups) {
        double sum = 0;
        long rows = 0;
        for (Reliability group : groups) {
            if (group.rows() < 2) {
                return Double.NaN;
            }
            double gap = group.meanProbability() - group.observedShare();
            double chance = group.observedShare() * (1 - group.observedShare()) / (group.rows() - 1);
            sum += group.rows() * (gap * gap - chance);
            rows += group.rows();
        }
        return rows == 0 ? Double.NaN : Math.sqrt(Math.max(0, sum / rows));
    }
}
