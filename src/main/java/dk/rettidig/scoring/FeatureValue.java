package dk.rettidig.scoring;

import java.time.Instant;
import java.time.LocalDate;

/** What is known of one feature as of a moment. */
public sealed interface FeatureValue {

    /**
     * A current value. {@code toString} hides it.
     *
     * @param value in the indicator's unit
     * @param from first day of the reference period
     * @param to last day of the reference period
     * @param knownAt when the source knew it
     */
    record Known(double value, LocalDate from, LocalDate to, Instant knownAt) implements FeatureValue {

        @Override
        public String toString() {
            return "Known[" + from + "/" + to + "]";
        }
    }

    /** A value whose period ended too long ago to speak of the present: shown with its date, never calculated with. */
    record Stale(double value, LocalDate from, LocalDate to, Instant knownAt) implements FeatureValue {

        @Override
        public String toString() {
            return "Stale[" + from + "/" + to + "]";
        }
    }

    /** Nothing was delivered for the window. Not zero: nobody knows. */
    record Missing() implements FeatureValue {}

    /** The source withdrew what it had said about the latest period; an older period is not put in its place. */
    record Retracted(LocalDate from, LocalDate to) implements FeatureValue {}
}
