package dk.rettidig.scoring;

import java.util.function.IntPredicate;

/**
 * Scores many children at once, without reasons: the same tables as {@link Scorer}, no object per child. For whoever runs
 * over a scope and asks {@link Scorer} for the reasons of the few that are flagged. Immutable, safe for many threads.
 */
public final class BatchScorer {

    private final Scorecard scorecard;
    private final double[][] weights;
    private final double[][] surprises;
    private final byte[][] bits;
    private final int[] freshness;

    BatchScorer(Scorecard scorecard) {
        this.scorecard = scorecard;
        int width = scorecard.features().size();
        this.weights = new double[width][];
        this.surprises = new double[width][];
        this.bits = new byte[width][];
        this.freshness = scorecard.features().stream()
                .mapToInt(FeatureDefinition::freshnessDays)
                .toArray();
        for (int i = 0; i < width; i++) {
            fill(i, scorecard.table(i));
        }
    }

    /** A scorer of a model that is not released yet: for the release gate. No run takes it. */
    public static BatchScorer ofCandidate(ModelManifest manifest) {
        return new BatchScorer(new Scorecard(manifest));
    }

    /** Index 0 is the unseen bin, 1 the missing one, 2 the first of the others. */
    private void fill(int feature, BinTable table) {
        int bins = table.bins() - BinTable.UNSEEN;
        weights[feature] = new double[bins];
        surprises[feature] = new double[bins];
        bits[feature] = new byte[bins];
        for (int i = 0; i < bins; i++) {
            int bin = i + BinTable.UNSEEN;
            weights[feature][i] = table.weight(bin);
            surprises[feature][i] = table.surprise(bin);
            bits[feature][i] = scorecard.bits(feature, bin);
        }
    }

    /**
     * Results of a batch, in row order.
     *
     * @param probability calibrated, 0 to 1; NaN where the model abstains
     * @param abstention 0, or bits for {@link AbstentionReason#ofBits}
     */
    @SuppressWarnings("ArrayRecordComponent") // rows by the million, made for one caller, never compared or kept
    public record Scores(double[] probability, byte[] abstention) {}

    /** Scores every child of the batch. */
    public Scores score(FeatureBatch batch) {
        return score(batch, scorecard.counts(), _ -> false);
    }

    /**
     * Scores every child of the batch and counts where some of them fell.
     *
     * @param counts receives them
     * @param counted which rows are counted
     */
    public Scores score(FeatureBatch batch, BinCounts counts, IntPredicate counted) {
        int children = batch.children();
        Scores scores = new Scores(new double[children], new byte[children]);
        for (int child = 0; child < children; child++) {
            scoreOne(batch, child, scores, counts, counted.test(child));
        }
        return scores;
    }

    private void scoreOne(FeatureBatch batch, int child, Scores scores, BinCounts counts, boolean counted) {
        double logOdds = scorecard.bias();
        double surprise = 0;
        long live = 0;
        int stale = 0;
        byte reasons = 0;
        int start = child * batch.width();
        for (int i = 0; i < freshness.length; i++) {
            double value = Double.NaN;
            boolean outOfDate = false;
            if (batch.isPresent(start + i)) {
                double found = batch.value(start + i);
                boolean old = batch.isStale(start + i, freshness[i]);
                outOfDate = old && !Double.isNaN(found);
                stale += outOfDate ? 1 : 0;
                value = old ? Double.NaN : found;
                live |= Double.isNaN(value) ? 0 : 1L << scorecard.source(i);
            }
            int index = scorecard.table(i).bin(value) - BinTable.UNSEEN;
            logOdds += weights[i][index];
            surprise += surprises[i][index];
            reasons |= bits[i][index];
            if (counted) {
                counts.feature(i, index, outOfDate);
            }
        }
        reasons |= scorecard.overallBits(Long.bitCount(live), stale, surprise);
        scores.abstention()[child] = reasons;
        scores.probability()[child] = reasons == 0 ? scorecard.probability(logOdds) : Double.NaN;
        if (counted) {
            counts.child(scores.probability()[child]);
        }
    }
}
