package dk.rettidig.statistics;

/**
 * How often a method of making intervals is right in the long run.
 *
 * @param value above 0.5 and below 1, for instance 0.95
 */
public record ConfidenceLevel(double value) {

    /** 95 of 100. */
    public static final ConfidenceLevel NINETY_FIVE = new ConfidenceLevel(0.95);

    private static final double PERCENT = 100;

    public ConfidenceLevel {
        if (!(value > 0.5 && value < 1)) {
            throw new IllegalArgumentException("a confidence level lies above 0.5 and below 1");
        }
    }

    /** What may fall outside on either side. */
    double tail() {
        return (1 - value) / 2;
    }

    /** What may fall outside on both sides together. */
    double outside() {
        return 1 - value;
    }

    /** In percent. */
    public double percent() {
        return value * PERCENT;
    }
}
