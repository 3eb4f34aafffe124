package dk.rettidig.modelling.release;

/**
 * A figure of a gate's test.
 *
 * @param limit id of its limit
 * @param detail where it comes from; empty when there is nothing to name
 */
record Measured(String limit, double figure, String detail) {

    static Measured of(String limit, double figure) {
        return new Measured(limit, figure, "");
    }
}
