package dk.rettidig.synthetic;

/**
 * A yes-or-no fact that is true when {@code family * F + child * C + rest * noise} exceeds the threshold that gives its
 * prevalence; F and C are the standard normal family and child factors, {@code rest} makes the variance 1. Prevalences are
 * a 12-month window's; derived from published Danish figures where there are any, assumed elsewhere (ADR 0030).
 */
enum Liability {
    BENEFIT(.045, .60, 0),
    APART(.26, .30, 0),
    PSYCHIATRIC(.07, .45, 0),
    SUBSTANCE(.015, .65, 0),
    CONVICTED(.025, .50, 0),
    /** A parent without work for some of the year, cash benefit not counted: assumed. */
    UNEMPLOYED(.10, .40, 0),
    LOW_EDUCATION(.09, .45, 0),
    YOUNG_MOTHER(.02, .40, 0),
    MISSED_VISIT(.05, .35, .15),
    MISSED_DENTIST(.05, .35, .10),
    /** Absence over 15 % at ages 6 to 16. */
    ABSENT(.065, .40, .30),
    /** At ages 12 to 17. */
    CHARGED(.012, .40, .35),
    MOVED(.06, .25, 0),
    EVICTED(.010, .65, 0),
    NOTIFIED_LAST_YEAR(.063, .60, .35),
    NOTIFIED_AGAIN(.067, .60, .35),
    GRAVE(.0050, .66, .40),
    PLACED(.0030, .72, .40);

    private final double prevalence;
    private final double family;
    private final double child;
    private final double rest;
    private final double threshold;

    Liability(double prevalence, double family, double child) {
        this.prevalence = prevalence;
        this.family = family;
        this.child = child;
        this.rest = StrictMath.sqrt(1 - family * family - child * child);
        this.threshold = Normal.quantile(1 - prevalence);
    }

    double prevalence() {
        return prevalence;
    }

    double family() {
        return family;
    }

    double child() {
        return child;
    }

    double threshold() {
        return threshold;
    }

    /** The liability of somebody with these factors and this noise. */
    double of(double familyFactor, double childFactor, double noise) {
        return family * familyFactor + child * childFactor + rest * noise;
    }

    /** Whether the fact is true of somebody with this liability. */
    boolean isTrue(double liability) {
        return liability > threshold;
    }

    /** The probability that the fact is true, given the factors. */
    double probability(double familyFactor, double childFactor) {
        return Normal.above((threshold - family * familyFactor - child * childFactor) / rest);
    }

    /** How extreme a true fact is among those of whom it is true: uniform on (0, 1], 0 the most extreme. */
    double severity(double liability) {
        return Normal.above(liability) / prevalence;
    }
}
