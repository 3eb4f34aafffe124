package dk.rettidig.synthetic;

/**
 * The latent need and what goes with it: a threshold on .7 F + .5 C plus noise, placed so that an assessor who sees true
 * need with probability .85 and no need with .9 finds need among .3 of the notified.
 */
final class NeedModel {

    static final double FAMILY = .7;
    static final double CHILD = .5;
    static final double REST = StrictMath.sqrt(1 - FAMILY * FAMILY - CHILD * CHILD);
    static final double SENSITIVITY = .85;
    static final double SPECIFICITY = .90;
    /** Share of notified children whose assessment finds need: assumed. */
    static final double FOUND_AMONG_NOTIFIED = .30;

    /** Correlation of a running support measure's liability with the liability of need: assumed (ADR 0030). */
    static final double SUPPORT_RUNNING = .75;
    /** Share with a running measure: 52,600 of ages 0 to 22 had one in 2023, 3.5 %. */
    static final double SUPPORT_RUNNING_SHARE = .035;

    static final double SUPPORT_EARLIER = .65;
    static final double SUPPORT_EARLIER_SHARE = .06;

    private final double threshold;
    private final double running = Normal.quantile(1 - SUPPORT_RUNNING_SHARE);
    private final double earlier = Normal.quantile(1 - SUPPORT_EARLIER_SHARE);

    NeedModel() {
        double inNeed = (FOUND_AMONG_NOTIFIED - (1 - SPECIFICITY)) / (SENSITIVITY - (1 - SPECIFICITY));
        threshold = new Conditional(Liability.NOTIFIED_LAST_YEAR.threshold(), withBeingNotified()).cut(inNeed);
    }

    /** Correlation of the liabilities of need and of being notified. */
    static double withBeingNotified() {
        return FAMILY * Liability.NOTIFIED_LAST_YEAR.family() + CHILD * Liability.NOTIFIED_LAST_YEAR.child();
    }

    /** The liability of need. */
    double liability(double family, double child, double noise) {
        return FAMILY * family + CHILD * child + REST * noise;
    }

    boolean isNeed(double liability) {
        return liability > threshold;
    }

    /** The probability of no need, given the standardised sum of the factors that being notified depends on. */
    double withoutNeed(double notifiable) {
        double correlation = withBeingNotified()
                / StrictMath.hypot(Liability.NOTIFIED_LAST_YEAR.family(), Liability.NOTIFIED_LAST_YEAR.child());
        return Normal.below((threshold - correlation * notifiable) / StrictMath.sqrt(1 - correlation * correlation));
    }

    boolean isSupportRunning(double need, double noise) {
        return withNeed(SUPPORT_RUNNING, need, noise) > running;
    }

    boolean hadSupport(double need, double noise) {
        return withNeed(SUPPORT_EARLIER, need, noise) > earlier;
    }

    /** A standard normal that has this correlation with the liability of need. */
    static double withNeed(double correlation, double need, double noise) {
        return correlation * need + StrictMath.sqrt(1 - correlation * correlation) * noise;
    }

    /** Whether the assessment finds need, at this point of (0, 1). */
    boolean isFound(boolean need, double point) {
        return point < (need ? SENSITIVITY : 1 - SPECIFICITY);
    }
}
