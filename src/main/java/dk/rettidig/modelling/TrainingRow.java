package dk.rettidig.modelling;

/**
 * One child as of its cohort's day, without any identifier. Values are in the order of the settings' features, NaN where
 * nothing current was known.
 *
 * @param family a number that siblings share, for keeping them on one side of a split
 * @param outcome whether the assessment found need: what is learned
 * @param need whether there is need: synthetic truth, for evaluation only
 * @param ageBand 1 to 4
 * @param groupG a synthetic group that is notified more often at equal need, for evaluation only
 * @param points of the historical points list, for comparison only
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
record TrainingRow(
        double[] values,
        long family,
        boolean outcome,
        boolean need,
        int ageBand,
        boolean girl,
        boolean groupG,
        double points) {}
