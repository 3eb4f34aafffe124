package dk.rettidig.synthetic;

/**
 * What an audit of the population must find about a defect: one figure, what it is when the defect is planted, what it is
 * otherwise, and what it is here.
 *
 * @param isPlanted whether the defect is planted here
 * @param planted the value with the defect, {@code otherwise} without; farther apart than twice the tolerance
 * @param tolerance for chance, at {@link #ENOUGH_CHILDREN} children or more
 * @param found the population's; NaN when it is too small to say
 */
public record KnownAnswer(
        Defect defect,
        String id,
        String danish,
        boolean isPlanted,
        double planted,
        double otherwise,
        double tolerance,
        double found) {

    /** Children from which on the tolerances are meant to hold. */
    public static final int ENOUGH_CHILDREN = 100_000;

    /** What it should be here. */
    public double expected() {
        return isPlanted ? planted : otherwise;
    }

    /** Whether the figure says that the defect is there. */
    public boolean showsDefect() {
        return Math.abs(found - planted) <= tolerance;
    }

    /** Whether the figure says that the defect isn't there. */
    public boolean showsNone() {
        return Math.abs(found - otherwise) <= tolerance;
    }

    /** Whether the figure says what is so. */
    public boolean holds() {
        return isPlanted ? showsDefect() : showsNone();
    }
}
