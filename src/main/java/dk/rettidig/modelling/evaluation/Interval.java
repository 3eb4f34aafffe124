package dk.rettidig.modelling.evaluation;

/**
 * A figure with its 95 % interval.
 *
 * @param value NaN where the figure has no meaning for these rows
 * @param low 2.5th percentile of the resamples; the value itself when there were none
 * @param high 97.5th percentile
 */
public record Interval(double value, double low, double high) {

    /** Whether there is a figure. */
    public boolean exists() {
        return !Double.isNaN(value);
    }
}
