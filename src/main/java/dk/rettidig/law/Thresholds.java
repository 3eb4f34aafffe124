package dk.rettidig.law;

/** When a flag is raised and how many: {@code policies/thresholds.yaml}. Injected; immutable. */
public interface Thresholds {

    /** The calibrated probability above which a flag is due, between 0 and 1; equal for all children. */
    double probability();

    /**
     * How many flags one run may raise, at least 1.
     *
     * @param municipality three digits
     */
    int capacity(String municipality);
}
