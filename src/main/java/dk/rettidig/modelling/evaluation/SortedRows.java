package dk.rettidig.modelling.evaluation;

import java.util.Arrays;

/**
 * Some rows in ascending order of their score, so that all figures of a resample come from one pass. A resample gives each
 * row a weight: how often it was drawn. Rows of one score are a block. Immutable; safe for several threads.
 */
final class SortedRows {

    private static final int TENTHS = 10;

    private final Judged judged;
    private final int[] order;
    private final boolean[] truth;
    /** Of each block: where the next begins, and its score. */
    private final int[] ends;

    private final double[] scores;

    private SortedRows(Judged judged, int[] order) {
        this.judged = judged;
        this.order = order;
        this.truth = new boolean[order.length];
        int[] found = new int[order.length];
        int blocks = 0;
        for (int i = 0; i < order.length; i++) {
            truth[i] = judged.truth()[order[i]];
            if (i + 1 == order.length || judged.scores()[order[i]] != judged.scores()[order[i + 1]]) {
                found[blocks++] = i + 1;
            }
        }
        this.ends = Arrays.copyOf(found, blocks);
        this.scores = Arrays.stream(ends)
                .mapToDouble(end -> judged.scores()[order[end - 1]])
                .toArray();
    }

    static SortedRows all(Judged judged) {
        return new SortedRows(judged, Ascending.rows(judged.scores()));
    }

    /** The rows of one group. */
    SortedRows of(Grouping grouping, int level) {
        return new SortedRows(
                judged,
                Arrays.stream(order)
                        .filter(row -> grouping.codes()[row] == level)
                        .toArray());
    }

    /** All figures, by {@code Figure.place()}, for rows drawn so many times each. */
    double[] figures(int[] weights) {
        return figures(weights, new double[0]);
    }

    /** All figures, then for each share: the threshold that reads it, precision and recall there. */
    double[] figures(int[] weights, double[] shares) {
        Pass pass = new Pass(weights, shares);
        pass.run();
        return pass.figures();
    }

    /** One walk through the rows from the lowest score. */
    private final class Pass {

        private final int[] drawn = new int[order.length];
        private final long[] wanted;
        private final double[] yields;
        private final long all;
        private final long positives;
        private long below;
        private long positivesBelow;
        private double pairs;
        private double averagePrecision;
        private double squares;
        private double sum;
        private long selected;
        private long selectedPositives;
        private final double[] gaps = new double[TENTHS];
        private int tenth;
        private long tenthEnd;

        Pass(int[] weights, double[] shares) {
            long rows = 0;
            long withOutcome = 0;
            for (int i = 0; i < drawn.length; i++) {
                int weight = weights[order[i]];
                drawn[i] = weight;
                rows += weight;
                withOutcome += truth[i] ? weight : 0;
            }
            this.all = rows;
            this.positives = withOutcome;
            this.tenthEnd = rows / TENTHS;
            this.wanted = Arrays.stream(shares)
                    .mapToLong(share -> Math.max(1, Math.round(share * all)))
                    .toArray();
            this.yields = new double[3 * shares.length];
            Arrays.fill(yields, Double.NaN);
        }

        void run() {
            int start = 0;
            for (int block = 0; block < ends.length; block++) {
                block(scores[block], start, ends[block]);
                start = ends[block];
            }
        }

        private void block(double score, int start, int end) {
            long blockAll = 0;
            long blockPositives = 0;
            for (int i = start; i < end; i++) {
                blockAll += drawn[i];
                blockPositives += truth[i] ? drawn[i] : 0;
            }
            if (blockAll == 0) {
                return;
            }
            if (judged.probabilities()) {
                spread(score, start, end, blockAll * score - blockPositives, blockAll);
            }
            add(score, blockAll, blockPositives);
        }

        private void add(double score, long blockAll, long blockPositives) {
            long blockNegatives = blockAll - blockPositives;
            pairs += blockPositives * ((below - positivesBelow) + 0.5 * blockNegatives);
            averagePrecision += blockPositives * ((double) (positives - positivesBelow) / (all - below));
            squares += blockPositives * (1 - score) * (1 - score) + blockNegatives * score * score;
            sum += blockAll * score;
            for (int i = 0; i < wanted.length; i++) {
                if (all - below >= wanted[i]) {
                    double right = positives - positivesBelow;
                    yields[3 * i] = score;
                    yields[3 * i + 1] = right / (all - below);
                    yields[3 * i + 2] = right / positives;
                }
            }
            if (score >= judged.threshold()) {
                selected += blockAll;
                selectedPositives += blockPositives;
            }
            below += blockAll;
            positivesBelow += blockPositives;
        }

        /** Adds a block's error to its tenth of the rows by order; row by row where the block straddles tenths. */
        private void spread(double score, int start, int end, double error, long blockAll) {
            reach(below);
            if (below + blockAll <= tenthEnd) {
                gaps[tenth] += error;
                return;
            }
            long at = below;
            for (int i = start; i < end; i++) {
                spread(score - (truth[i] ? 1 : 0), at, drawn[i]);
                at += drawn[i];
            }
        }

        /** A weight that straddles two tenths is divided. */
        private void spread(double error, long from, int weight) {
            long at = from;
            long rest = weight;
            while (rest > 0) {
                reach(at);
                long taken = Math.min(rest, tenthEnd - at);
                gaps[tenth] += taken * error;
                at += taken;
                rest -= taken;
            }
        }

        private void reach(long at) {
            while (tenth < TENTHS - 1 && at >= tenthEnd) {
                tenth++;
                tenthEnd = all * (tenth + 1) / TENTHS;
            }
        }

        double[] figures() {
            double[] found = new double[Figure.values().length + yields.length];
            Arrays.fill(found, Double.NaN);
            System.arraycopy(yields, 0, found, Figure.values().length, yields.length);
            if (all == 0) {
                return found;
            }
            long negatives = all - positives;
            found[Figure.BASE_RATE.place()] = (double) positives / all;
            found[Figure.AUC.place()] = pairs / ((double) positives * negatives);
            found[Figure.AVERAGE_PRECISION.place()] = averagePrecision / positives;
            found[Figure.SELECTION_RATE.place()] = (double) selected / all;
            found[Figure.FALSE_POSITIVE_RATE.place()] = (double) (selected - selectedPositives) / negatives;
            found[Figure.FALSE_NEGATIVE_RATE.place()] = (double) (positives - selectedPositives) / positives;
            found[Figure.PRECISION.place()] = (double) selectedPositives / selected;
            found[Figure.RECALL.place()] = (double) selectedPositives / positives;
            if (judged.probabilities()) {
                found[Figure.BRIER.place()] = squares / all;
                found[Figure.CALIBRATION_ERROR.place()] =
                        Arrays.stream(gaps).map(Math::abs).sum() / all;
                found[Figure.CALIBRATION_GAP.place()] = (sum - positives) / all;
            }
            return found;
        }
    }
}
