package dk.rettidig.flag;

import dk.rettidig.scoring.Frequency;
import java.time.Instant;

/**
 * What the model of a flag says when it is asked again as of the same day, with the values that their sources have corrected
 * since. As strong as the strength itself: read only after the reader's own view is sealed.
 */
public sealed interface Rescored {

    /** When it was calculated. */
    Instant at();

    /**
     * A calculated value.
     *
     * @param probability calibrated, 0 to 1
     * @param frequency what became of children with a value like this
     */
    record Value(Instant at, double probability, Frequency frequency) implements Rescored {
        @Override
        public String toString() {
            return "Value[hidden]";
        }
    }

    /** With the corrected values the model says nothing: too little is known. */
    record Abstained(Instant at) implements Rescored {}

    /** The model cannot be asked any more. */
    record Unavailable(Instant at) implements Rescored {}
}
