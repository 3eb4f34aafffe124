package dk.rettidig.scoring;

/**
 * When a scorecard abstains; declared in its manifest.
 *
 * @param minimumLiveSources kinds of source that must have delivered something current, at least 1
 * @param maximumStale features that may be stale
 * @param minimumTrainingCount children that a bin must have had in training for its weight to be used
 * @param maximumSurpriseBits greatest sum over the features of −log2 of the share of training children in the value's
 *     bin: the distance by which an input is unlike the training data, with the features taken one by one
 */
public record AbstentionRules(
        int minimumLiveSources, int maximumStale, int minimumTrainingCount, double maximumSurpriseBits) {

    public AbstentionRules {
        if (minimumLiveSources < 1 || maximumStale < 0 || minimumTrainingCount < 1 || !(maximumSurpriseBits > 0)) {
            throw new IllegalArgumentException("abstention rules need a source, a count and a distance");
        }
    }
}
