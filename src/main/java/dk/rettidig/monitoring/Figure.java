package dk.rettidig.monitoring;

/**
 * One figure of a run.
 *
 * @param measure id of its limit
 * @param source kind of registry; empty when it is about all
 * @param indicator id of the indicator; empty when it is about the whole source or all
 */
public record Figure(String measure, String source, String indicator, double value) {

    /** A figure about the whole run. */
    static Figure ofAll(String measure, double value) {
        return new Figure(measure, "", "", value);
    }

    /** Whether another figure is about the same. */
    boolean isAbout(Figure other) {
        return measure.equals(other.measure) && source.equals(other.source) && indicator.equals(other.indicator);
    }
}
