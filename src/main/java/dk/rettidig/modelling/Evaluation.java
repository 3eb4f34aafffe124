package dk.rettidig.modelling;

import java.util.List;
import java.util.Map;

/**
 * Figures on held-out data; written into the manifest as they are. Intervals are 95 %, from a bootstrap over families.
 *
 * @param rows children, {@code families} families, {@code baseRate} share with the outcome
 * @param overall of all
 * @param reliability ten groups of equal size by calibrated probability
 * @param yields what reading the top shares finds
 * @param groups the same figures by age band, sex and (synthetic) group
 * @param againstNeed AUC of the calibrated probability against synthetic true need
 * @param historicalPoints AUC of the historical points list on the same children
 */
public record Evaluation(
        int rows,
        int families,
        double baseRate,
        Figures overall,
        List<Reliability> reliability,
        List<Yield> yields,
        List<Group> groups,
        Map<String, Double> calibrationBrier,
        double againstNeed,
        double historicalPoints) {

    /** A figure with its interval. */
    public record Interval(double value, double low, double high) {}

    /**
     * The main figures.
     *
     * @param calibrationError expected, over ten groups of equal size
     */
    public record Figures(Interval auc, Interval averagePrecision, Interval brier, Interval calibrationError) {}

    /** One group of the reliability table. */
    public record Reliability(double meanProbability, double observedShare, int rows) {}

    /**
     * What reading a share of the children finds.
     *
     * @param share of all children, highest calibrated probability first
     * @param precision share of those read with the outcome
     * @param recall share of all with the outcome that are read
     */
    public record Yield(double share, double threshold, double precision, double recall) {}

    /**
     * A group's figures; figures of fewer than {@value #SMALLEST_GROUP} children are left out.
     *
     * @param falsePositiveRate at the threshold that reads a tenth of all
     * @param falseNegativeRate at the same threshold
     */
    public record Group(
            String name,
            int rows,
            double baseRate,
            double meanProbability,
            Interval auc,
            Interval calibrationError,
            Interval falsePositiveRate,
            Interval falseNegativeRate) {

        /** Fewer children say nothing about a group and might point at somebody. */
        public static final int SMALLEST_GROUP = 100;
    }
}
