package dk.rettidig.modelling.evaluation;

import java.util.List;

/**
 * How to evaluate.
 *
 * @param resamples for the intervals
 * @param seed of the resamples
 * @param smallestGroup rows below which a group's figures are left out
 * @param shares of rows read, highest score first
 * @param capacity the share that can be read: sets the threshold where none is given
 */
public record Plan(int resamples, long seed, int smallestGroup, List<Double> shares, double capacity) {

    /** Rows below which a group's figures are shown as resting on few. */
    public static final int FEW = 100;

    public Plan {
        shares = List.copyOf(shares);
    }

    /** A thousand resamples, groups of at least twenty, a tenth can be read. */
    public static Plan usual(long seed) {
        return new Plan(1_000, seed, 20, List.of(0.01, 0.05, 0.10, 0.20), 0.10);
    }

    /** The same with so many resamples. */
    public Plan withResamples(int number) {
        return new Plan(number, seed, smallestGroup, shares, capacity);
    }

    /** The same with another smallest group. */
    public Plan withSmallestGroup(int rows) {
        return new Plan(resamples, seed, rows, shares, capacity);
    }

    /** The same with another capacity. */
    public Plan withCapacity(double share) {
        return new Plan(resamples, seed, smallestGroup, shares, share);
    }
}
