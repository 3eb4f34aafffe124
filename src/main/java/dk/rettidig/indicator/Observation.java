package dk.rettidig.indicator;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An indicator's value for one pseudonym and one reference period, as known from a moment on. A correction is the same
 * period with a later {@code knownAt}; a retraction says that nothing is known any more. {@code toString} hides pseudonym
 * and value.
 *
 * @param from first day of the reference period
 * @param to last day of the reference period, not before {@code from}
 * @param value in the indicator's unit; meaningless when retracted
 * @param knownAt when the fact was known at the source; nothing that was known later may be read as of an earlier day
 */
public record Observation(
        Pseudonym pseudonym,
        IndicatorId indicator,
        LocalDate from,
        LocalDate to,
        double value,
        Instant knownAt,
        boolean retracted) {

    public Observation {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a reference period ends on or after the day it starts");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a value is a finite number");
        }
    }

    @Override
    public String toString() {
        return "Observation[" + indicator + " " + from + "/" + to + "]";
    }
}
