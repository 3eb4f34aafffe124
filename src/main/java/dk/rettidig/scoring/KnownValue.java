package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.Observation;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An observation without its pseudonym. {@code toString} hides the value.
 *
 * @param from first day of the reference period
 * @param to last day of the reference period
 * @param value in the indicator's unit; meaningless when retracted
 * @param knownAt when the source knew it
 * @param retracted whether it says that nothing is known about the period any more
 */
public record KnownValue(
        IndicatorId indicator, LocalDate from, LocalDate to, double value, Instant knownAt, boolean retracted) {

    public KnownValue {
        if (to.isBefore(from) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a value is finite and its period ends on or after the day it starts");
        }
    }

    /** The observation's value, leaving the pseudonym behind. */
    public static KnownValue of(Observation observation) {
        return new KnownValue(
                observation.indicator(),
                observation.from(),
                observation.to(),
                observation.value(),
                observation.knownAt(),
                observation.retracted());
    }

    @Override
    public String toString() {
        return "KnownValue[" + indicator + " " + from + "/" + to + "]";
    }
}
