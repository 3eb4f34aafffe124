package dk.rettidig.modelling;

import dk.rettidig.scoring.FeatureInput;
import dk.rettidig.scoring.FeatureValue;
import java.util.Optional;

/**
 * One child as of its cohort's day, without any identifier. Values are in the order of the settings' features, NaN where
 * nothing current was known.
 *
 * @param municipality code, for comparing municipalities
 * @param family a number that siblings share, for keeping them on one side of a split
 * @param outcome whether the assessment found need: what is learned
 * @param ageBand 1 to 4
 * @param truth what is known of invented children alone
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
public record TrainingRow(
        double[] values,
        int municipality,
        long family,
        boolean outcome,
        int ageBand,
        boolean girl,
        Optional<Truth> truth) {

    /**
     * Synthetic truth, for evaluation only.
     *
     * @param need whether there is need
     * @param groupG a synthetic group that is notified more often at equal need
     * @param points of the historical points list, for comparison
     */
    public record Truth(boolean need, boolean groupG, double points) {}

    /** The same child with another outcome. */
    public TrainingRow withOutcome(boolean other) {
        return new TrainingRow(values, municipality, family, other, ageBand, girl, truth);
    }

    /** The same child with other values. */
    public TrainingRow withValues(double[] others) {
        return new TrainingRow(others, municipality, family, outcome, ageBand, girl, truth);
    }

    /** A row of which nothing else is known. */
    public static TrainingRow of(double[] values, long family, boolean outcome) {
        return new TrainingRow(values, 0, family, outcome, 0, false, Optional.empty());
    }

    /** What a strict reader found, as a row has it: NaN where nothing current was known. */
    public static double[] values(FeatureInput input) {
        return input.values().stream()
                .mapToDouble(value -> value instanceof FeatureValue.Known found ? found.value() : Double.NaN)
                .toArray();
    }
}
