package dk.rettidig.ledger;

import dk.rettidig.access.ActorKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the catalogue of events ({@code docs/ledger-events.md}) says of an event besides what its code says: who can bring it
 * about, what became of what was tried, and why it has to be on the record. Every event has one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recorded {

    /** Whose entry it can be; empty for whoever asks the gate. */
    ActorKind[] by() default {};

    /** What became of what was tried. */
    Result result() default Result.DONE;

    /** Why it is on the record: provisions, as citations. */
    String ground();

    /** What became of what was tried. */
    enum Result {
        /** It happened. */
        DONE("done"),
        /** It was refused, and nothing happened. */
        REFUSED("refused"),
        /** It was begun or tried, and nothing of it counts. */
        FAILED("failed");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** The word in the catalogue. */
        public String word() {
            return word;
        }
    }
}
