package dk.rettidig.modelling;

import dk.rettidig.scoring.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Fits calibrations and chooses one: each kind is fitted on one half of the calibration families and held against the
 * other, both ways; the least mean Brier score wins and is then fitted on all of them. Tribuo has no calibration.
 */
public final class CalibrationFitter {

    /** Fewest children in a block of isotonic regression: a level that rests on a handful is noise. */
    private static final int SMALLEST_BLOCK = 50;

    private CalibrationFitter() {}

    /**
     * The choice.
     *
     * @param brier mean Brier score of each kind on the half it was not fitted on
     */
    public record Choice(String method, Calibration calibration, Map<String, Double> brier) {}

    /**
     * Chooses.
     *
     * @param half for each row, whether it belongs to the first half; rows of a family together
     */
    public static Choice choose(double[] logOdds, boolean[] outcomes, boolean[] half) {
        Map<String, BiFunction<double[], boolean[], Calibration>> kinds = new LinkedHashMap<>();
        kinds.put("identity", (_, _) -> new Calibration.Identity());
        kinds.put("platt", CalibrationFitter::platt);
        kinds.put("beta", CalibrationFitter::beta);
        kinds.put("isotonic", CalibrationFitter::isotonic);
        Map<String, Double> brier = new LinkedHashMap<>();
        kinds.forEach((name, fit) -> brier.put(
                name, (across(fit, logOdds, outcomes, half, true) + across(fit, logOdds, outcomes, half, false)) / 2));
        String best = brier.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Calibration calibration =
                java.util.Objects.requireNonNull(kinds.get(best)).apply(logOdds, outcomes);
        return new Choice(best, calibration, brier);
    }

    /** Platt scaling; the slope is held above 0 by falling back to a shift alone. */
    static Calibration platt(double[] logOdds, boolean[] outcomes) {
        double[] ones = ones(logOdds.length);
        double[] found = Logit.fit(new double[][] {logOdds, ones}, outcomes);
        return found[0] > 0
                ? new Calibration.Platt(found[0], found[1])
                : new Calibration.Platt(1, Logit.fit(new double[][] {ones}, outcomes)[0]);
    }

    /** Beta calibration; a parameter that would fall below 0 is set to 0 and the others fitted again. */
    static Calibration beta(double[] logOdds, boolean[] outcomes) {
        double[] up = new double[logOdds.length];
        double[] down = new double[logOdds.length];
        for (int i = 0; i < logOdds.length; i++) {
            double p = Math.clamp(Calibration.logistic(logOdds[i]), 1e-12, 1 - 1e-12);
            up[i] = Math.log(p);
            down[i] = -Math.log1p(-p);
        }
        double[] ones = ones(logOdds.length);
        double[] all = Logit.fit(new double[][] {up, down, ones}, outcomes);
        if (all[0] >= 0 && all[1] >= 0) {
            return new Calibration.Beta(all[0], all[1], all[2]);
        }
        double[] one = Logit.fit(new double[][] {all[0] < 0 ? down : up, ones}, outcomes);
        double kept = Math.max(one[0], 1e-6);
        return all[0] < 0 ? new Calibration.Beta(0, kept, one[1]) : new Calibration.Beta(kept, 0, one[1]);
    }

    /** Pool-adjacent-violators (Ayer et al. 1955), with blocks of at least {@value #SMALLEST_BLOCK}. */
    static Calibration isotonic(double[] logOdds, boolean[] outcomes) {
        int[] order = Metrics.ascending(logOdds);
        List<double[]> blocks = new ArrayList<>(); // sum of log-odds, outcomes, rows
        for (int i = 0; i < order.length; ) {
            double[] block = new double[3];
            double last = logOdds[order[i]];
            while (i < order.length && (block[2] < SMALLEST_BLOCK || logOdds[order[i]] == last)) {
                last = logOdds[order[i]];
                block[0] += last;
                block[1] += outcomes[order[i]] ? 1 : 0;
                block[2]++;
                i++;
            }
            blocks.add(block);
            pool(blocks);
        }
        return new Calibration.Isotonic(
                blocks.stream().map(block -> block[0] / block[2]).toList(),
                blocks.stream().map(block -> block[1] / block[2]).toList());
    }

    private static void pool(List<double[]> blocks) {
        while (blocks.size() > 1) {
            double[] last = blocks.get(blocks.size() - 1);
            double[] before = blocks.get(blocks.size() - 2);
            boolean rises = last[1] * before[2] >= before[1] * last[2] && last[2] >= SMALLEST_BLOCK;
            if (rises) {
                return;
            }
            for (int i = 0; i < last.length; i++) {
                before[i] += last[i];
            }
            blocks.remove(blocks.size() - 1);
        }
    }

    private static double across(
            BiFunction<double[], boolean[], Calibration> fit,
            double[] logOdds,
            boolean[] outcomes,
            boolean[] half,
            boolean first) {
        Rows fitted = Rows.where(logOdds, outcomes, half, first);
        Rows held = Rows.where(logOdds, outcomes, half, !first);
        Calibration calibration = fit.apply(fitted.scores(), fitted.outcomes());
        double[] probabilities =
                Arrays.stream(held.scores()).map(calibration::probability).toArray();
        return Metrics.brier(probabilities, held.outcomes());
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Rows(double[] scores, boolean[] outcomes) {

        static Rows where(double[] scores, boolean[] outcomes, boolean[] mask, boolean wanted) {
            int size = 0;
            for (boolean each : mask) {
                size += each == wanted ? 1 : 0;
            }
            Rows rows = new Rows(new double[size], new boolean[size]);
            int next = 0;
            for (int i = 0; i < mask.length; i++) {
                if (mask[i] == wanted) {
                    rows.scores[next] = scores[i];
                    rows.outcomes[next++] = outcomes[i];
                }
            }
            return rows;
        }
    }
}
