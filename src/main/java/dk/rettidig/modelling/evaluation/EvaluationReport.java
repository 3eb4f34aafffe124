package dk.rettidig.modelling.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures on rows that training did not see. Intervals are 95 %, from resampled families; NaN is written as null.
 *
 * @param subject what is evaluated: a release, a column of a file
 * @param data where the rows come from, in words
 * @param rows how many, {@code families} how many clusters (0 when only counts were given), {@code baseRate} share with the outcome
 * @param threshold rows scoring at least this much count as selected, {@code thresholdReason} why this much
 * @param resamples how many the intervals rest on
 * @param smallestGroup fewer rows and a group's figures are left out
 * @param comparisons the score and the people's decisions, each against the outcome or true need
 * @param reliability ten groups of equal size by probability; empty when scores are no probabilities
 * @param reliabilityByGroup the same by attribute and level, in five groups
 * @param yields what reading the top shares finds
 * @param netBenefit decision curve; empty when scores are no probabilities
 * @param distribution of the score, with and without the outcome
 * @param remarks what a reader has to know, Danish and English
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EvaluationReport(
        String subject,
        String data,
        int rows,
        int families,
        double baseRate,
        double threshold,
        String thresholdReason,
        int resamples,
        int smallestGroup,
        List<Comparison> comparisons,
        List<Reliability> reliability,
        Map<String, List<Reliability>> reliabilityByGroup,
        List<Yield> yields,
        List<NetBenefit> netBenefit,
        List<Bar> distribution,
        List<Remark> remarks) {

    public EvaluationReport {
        comparisons = List.copyOf(comparisons);
        remarks = List.copyOf(remarks);
    }

    /** Whether the figures rest on counts that were made outside, not on rows. */
    public boolean counted() {
        return families == 0;
    }

    /**
     * A score or decision against a truth.
     *
     * @param overall by {@link Figure#id()}
     */
    public record Comparison(
            String id,
            String danish,
            String english,
            double threshold,
            Map<String, Interval> overall,
            List<GroupFigures> groups) {

        /** A figure of all rows. */
        public Interval figure(Figure figure) {
            Interval found = overall.get(figure.id());
            return found == null ? new Interval(Double.NaN, Double.NaN, Double.NaN) : found;
        }
    }

    /**
     * A group's figures.
     *
     * @param rows how many; -1 when suppressed, so that a small group's size is not told
     * @param suppressed whether there are too few rows to speak of
     * @param few fewer than a hundred rows: shown, and never relied on
     */
    public record GroupFigures(
            String attribute, String level, int rows, boolean suppressed, boolean few, Map<String, Interval> figures) {

        /** A figure of the group; NaN when suppressed. */
        public Interval figure(Figure figure) {
            Interval found = figures.get(figure.id());
            return found == null ? new Interval(Double.NaN, Double.NaN, Double.NaN) : found;
        }
    }

    /** One group of the reliability table. */
    public record Reliability(double meanProbability, double observedShare, int rows) {}

    /**
     * What reading a share finds.
     *
     * @param share of all rows, highest score first
     * @param precision share of those read with the outcome
     * @param recall share of all with the outcome that are read
     */
    public record Yield(double share, double threshold, Interval precision, Interval recall) {}

    /**
     * Net benefit a row (Vickers, Elkin 2006): true positives less false positives at the odds of the threshold.
     *
     * @param model of reading those at or above it, {@code all} of reading everybody; reading nobody is 0
     */
    public record NetBenefit(double threshold, double model, double all) {}

    /** One bar of the distribution, from at least {@code from} to below {@code to}. */
    public record Bar(double from, double to, int withOutcome, int without) {}

    /** What a reader has to know. */
    public record Remark(String danish, String english) {}

    /** The comparison of this id, where the data allow it. */
    public Optional<Comparison> find(String id) {
        return comparisons.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The comparison of this id. */
    public Comparison comparison(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no comparison " + id));
    }
}
