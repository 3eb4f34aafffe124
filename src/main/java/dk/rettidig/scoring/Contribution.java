package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorId;

/**
 * What one feature did to a calculated value, in log-odds. All {@code weight}s and the model's bias add up to the log-odds
 * exactly, and so do all {@code effect}s and the model's average.
 *
 * @param value what was known
 * @param source kind of registry
 * @param bin index of the bin, or {@code -1} for the missing bin
 * @param weight sum of the weights of the bins that are active
 * @param effect the weight less its mean over the training children: above 0 raises, below 0 protects
 */
public record Contribution(
        IndicatorId indicator, FeatureValue value, String source, int bin, double weight, double effect) {

    /** The bin of features of which nothing current is known. */
    public static final int MISSING_BIN = -1;

    /** Whether it speaks against need, compared with children in general, and something is known. */
    public boolean isProtective() {
        return effect < 0 && bin != MISSING_BIN;
    }

    @Override
    public String toString() {
        return "Contribution[" + indicator + "]";
    }
}
