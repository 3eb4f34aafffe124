package dk.rettidig.scoring;

import java.util.List;

/** Turns log-odds into a probability that came true as often as it says. Never lower for a higher value. */
public sealed interface Calibration {

    /** The probability, 0 to 1, of these log-odds. */
    double probability(double logOdds);

    /** Whether no higher value gets a lower probability and all lie in 0 to 1. */
    boolean isMonotone();

    /** The model's own logistic function, unchanged. */
    record Identity() implements Calibration {

        @Override
        public double probability(double logOdds) {
            return logistic(logOdds);
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }

    /**
     * Platt scaling (Platt 1999): logistic(slope · log-odds + intercept).
     *
     * @param slope positive
     */
    record Platt(double slope, double intercept) implements Calibration {

        @Override
        public double probability(double logOdds) {
            return logistic(slope * logOdds + intercept);
        }

        @Override
        public boolean isMonotone() {
            return slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept);
        }
    }

    /**
     * Beta calibration (Kull, Silva Filho, Flach 2017): logistic(a · ln p − b · ln(1 − p) + c) with p the logistic of the
     * log-odds.
     *
     * @param a at least 0
     * @param b at least 0, and not both 0
     */
    record Beta(double a, double b, double c) implements Calibration {

        @Override
        public double probability(double logOdds) {
            return logistic(-a * softplus(-logOdds) + b * softplus(logOdds) + c);
        }

        @Override
        public boolean isMonotone() {
            return a >= 0 && b >= 0 && a + b > 0 && Double.isFinite(a + b) && Double.isFinite(c);
        }

        /** ln(1 + e^x), without overflow. */
        private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }
    }

    /**
     * Isotonic regression (Zadrozny, Elkan 2002): pooled blocks, joined by straight lines between their means so that a
     * small change has a small effect; constant beyond the first and last.
     *
     * @param logOdds block means, strictly ascending
     * @param probabilities never descending, 0 to 1
     */
    record Isotonic(List<Double> logOdds, List<Double> probabilities) implements Calibration {

        public Isotonic {
            logOdds = List.copyOf(logOdds);
            probabilities = List.copyOf(probabilities);
            if (logOdds.isEmpty() || logOdds.size() != probabilities.size()) {
                throw new IllegalArgumentException("an isotonic calibration has as many values as probabilities");
            }
        }

        @Override
        public double probability(double value) {
            int last = logOdds.size() - 1;
            if (value <= logOdds.get(0)) {
                return probabilities.get(0);
            }
            if (value >= logOdds.get(last)) {
                return probabilities.get(last);
            }
            int high = 1;
            while (logOdds.get(high) < value) {
                high++;
            }
            double share = (value - logOdds.get(high - 1)) / (logOdds.get(high) - logOdds.get(high - 1));
            double below = probabilities.get(high - 1);
            return below + share * (probabilities.get(high) - below);
        }

        @Override
        public boolean isMonotone() {
            for (int i = 0; i < logOdds.size(); i++) {
                double probability = probabilities.get(i);
                boolean inRange = probability >= 0 && probability <= 1 && Double.isFinite(logOdds.get(i));
                boolean inOrder =
                        i == 0 || (logOdds.get(i) > logOdds.get(i - 1) && probability >= probabilities.get(i - 1));
                if (!inRange || !inOrder) {
                    return false;
                }
            }
            return true;
        }
    }

    /** 1 / (1 + e^−x). */
    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
