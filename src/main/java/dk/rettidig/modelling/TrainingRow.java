package dk.rettidig.modelling;

/**
 * One child as of its cohort's day, without any identifier. Values are in the order of the settings' features, NaN where
 * nothing current was known.
 *
 * @param municipality code, for comparing municipalities
 * @param family a number that siblings share, for keeping them on one side of a split
 * @param outcome whether the assessment found need: what is learned
 * @param need whether there is need: synthetic truth, for evaluation only
 * @param ageBand 1 to 4
 * @param groupG a synthetic group that is notified more often at equal need, for evaluation only
 * @param points of the historical points list, for comparison only
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
public record TrainingRow(
        double[] values,
        int municipality,
        long family,
        boolean outcome,
        boolean need,
        int ageBand,
        boolean girl,
        boolean groupG,
        double points) {

    /** The same child with another outcome. */
    public TrainingRow withOutcome(boolean other) {
        return new TrainingRow(values, municipality, family, other, need, ageBand, girl, groupG, points);
    }

    /** The same child with other values. */
    public TrainingRow withValues(double[] others) {
        return new TrainingRow(others, municipality, family, outcome, need, ageBand, girl, groupG, points);
    }

    /** A row of which nothing else is known. */
    public static TrainingRow of(double[] values, long family, boolean outcome) {
        return new TrainingRow(values, 0, family, outcome, false, 0, false, false, 0);
    }
}
