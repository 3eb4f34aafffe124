package dk.rettidig.synthetic;

/**
 * A figure of the population beside what it should be.
 *
 * @param target published or assumed value that the calibration aims at
 * @param least smallest value that is accepted at 200,000 children or more
 * @param most greatest value that is accepted there
 * @param achieved the population's; NaN when it is too small to say
 */
public record AchievedFigure(
        String id, String danish, String english, double target, double least, double most, double achieved) {

    /** Children from which on the bounds are meant to hold. */
    public static final int ENOUGH_CHILDREN = 200_000;

    /** Whether the achieved value lies within the bounds. */
    public boolean within() {
        return achieved >= least && achieved <= most;
    }
}
