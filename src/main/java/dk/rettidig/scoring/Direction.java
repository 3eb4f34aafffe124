package dk.rettidig.scoring;

/** Which way a feature may move the calculated value. Declared in the settings, held in training, checked at loading. */
public enum Direction {
    /** More never lowers it. */
    INCREASING,
    /** More never raises it. */
    DECREASING,
    /** Codes without an order. */
    NONE
}
