package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who decides requests in the team leader's place.
 *
 * @param from the first day
 * @param to the last day, at most {@value #MOST_DAYS} days in all
 */
public record Substitute(
        UUID id,
        MunicipalityCode municipality,
        ActorName name,
        ActorName namedBy,
        Instant namedAt,
        LocalDate from,
        LocalDate to) {

    /** Most days of a period, the first and the last included. */
    public static final int MOST_DAYS = 30;

    public Substitute {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw new IllegalArgumentException("a substitute is named for 1 to " + MOST_DAYS + " days");
        }
    }

    /** Whether it holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
