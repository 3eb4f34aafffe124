package dk.rettidig.followup;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A measure that is on record.
 *
 * @param kind an indicator that the case system delivered, {@code step.} and the result of a step that a person wrote on a
 *     notification, or {@code mark.} and a mark of one
 * @param from its first day
 * @param to its last day; empty while none is known
 */
public record Measure(String kind, LocalDate from, Optional<LocalDate> to) {

    static final String STEP = "step.";
    static final String MARK = "mark.";

    /** Whether it ran on a day of the interval, ends included. */
    boolean within(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && to.filter(end -> end.isBefore(first)).isEmpty();
    }
}
