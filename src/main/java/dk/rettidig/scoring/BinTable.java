package dk.rettidig.scoring;

/**
 * A feature as arrays, for one look-up per value: the sums of the active cumulative weights, and how rare each bin was in
 * training. Checked against the Tribuo model when that is loaded (ADR 0041). Immutable.
 */
public final class BinTable {

    /** Index returned for a code that training never saw. */
    static final int UNSEEN = -2;

    private final double[] edges;
    private final int[] categories;
    private final double[] weights;
    private final double missingWeight;
    private final int[] counts;
    private final int missingCount;
    private final int total;
    private final double meanWeight;

    /** The tables of a feature. */
    public BinTable(FeatureDefinition feature) {
        edges = feature.edges().stream().mapToDouble(Double::doubleValue).toArray();
        categories = feature.categories().stream().mapToInt(Integer::intValue).toArray();
        weights = new double[feature.bins()];
        for (int bin = 1; bin < weights.length; bin++) {
            double own = feature.weights().get(bin - 1);
            weights[bin] = edges.length > 0 ? weights[bin - 1] + own : own;
        }
        missingWeight = feature.missingWeight();
        counts = feature.trainingCounts().stream().mapToInt(Integer::intValue).toArray();
        missingCount = feature.missingCount();
        int sum = missingCount;
        double weighted = missingCount * missingWeight;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += counts[bin];
            weighted += counts[bin] * weights[bin];
        }
        total = sum;
        meanWeight = sum == 0 ? 0 : weighted / sum;
    }

    /** The bin of a value; {@link Contribution#MISSING_BIN} for NaN, {@link #UNSEEN} for a code without a bin. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return Contribution.MISSING_BIN;
        }
        if (edges.length == 0) {
            for (int i = 0; i < categories.length; i++) {
                if (categories[i] == value) {
                    return i;
                }
            }
            return UNSEEN;
        }
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    /** The log-odds that a bin adds. */
    public double weight(int bin) {
        if (bin == Contribution.MISSING_BIN) {
            return missingWeight;
        }
        return bin == UNSEEN ? 0 : weights[bin];
    }

    /** Children in training whose value fell in the bin. */
    int count(int bin) {
        if (bin == Contribution.MISSING_BIN) {
            return missingCount;
        }
        return bin == UNSEEN ? 0 : counts[bin];
    }

    /** −log2 of the bin's share of the training children; one child's share when there was none. */
    double surprise(int bin) {
        double share = Math.max(1, count(bin)) / (double) Math.max(1, total);
        return -Math.log(share) / Math.log(2);
    }

    /** Mean of the weight over the training children; what a score's average is made of. */
    double meanWeight() {
        return meanWeight;
    }

    /** Bins without the missing one. */
    public int bins() {
        return weights.length;
    }

    /** A value that falls in the bin: for checking the table against the model. */
    public double sample(int bin) {
        if (bin == Contribution.MISSING_BIN) {
            return Double.NaN;
        }
        if (edges.length == 0) {
            return categories[bin];
        }
        return bin == 0 ? Math.nextDown(edges[0]) : edges[bin - 1];
    }
}
