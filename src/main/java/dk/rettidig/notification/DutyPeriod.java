package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.UUID;

/**
 * A period of the duty roster.
 *
 * @param onDuty who does what must be done, and is told before a deadline when nobody is responsible
 * @param told whom an escalation goes to at a deadline
 * @param to when it ends; the moment itself is left out
 */
public record DutyPeriod(
        UUID id, MunicipalityCode municipality, ActorName onDuty, ActorName told, Instant from, Instant to) {

    /** Whether both hold at some moment. */
    boolean overlaps(DutyPeriod other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
