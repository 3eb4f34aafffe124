package dk.rettidig.synthetic;

/**
 * Cut points of a standard normal Y among those whose correlated standard normal L exceeds a threshold. With them a second
 * characteristic gets its exact distribution among the notified and still goes with how strongly they were notified.
 */
final class Conditional {

    private static final int STEPS = 400;
    private static final double SPAN = 8;
    private static final int BISECTIONS = 50;

    private final double threshold;
    private final double correlation;
    private final double rest;

    Conditional(double threshold, double correlation) {
        this.threshold = threshold;
        this.correlation = correlation;
        this.rest = StrictMath.sqrt(1 - correlation * correlation);
    }

    /** The value that Y exceeds with this probability, given that L exceeds the threshold. */
    double cut(double probability) {
        double low = -SPAN;
        double high = SPAN;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (above(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(Y > value | L > threshold), by Simpson's rule over L. */
    private double above(double value) {
        double step = SPAN / STEPS;
        double joint = 0;
        double whole = 0;
        for (int i = 0; i <= STEPS; i++) {
            double l = threshold + i * step;
            double weight = simpson(i) * StrictMath.exp(-l * l / 2);
            whole += weight;
            joint += weight * Normal.above((value - correlation * l) / rest);
        }
        return joint / whole;
    }

    private static double simpson(int i) {
        if (i == 0 || i == STEPS) {
            return 1;
        }
        return i % 2 == 1 ? 4 : 2;
    }
}
