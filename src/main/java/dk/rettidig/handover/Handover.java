package dk.rettidig.handover;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one municipality handed over to another. Never changed; holds no pseudonym and no name of a person.
 *
 * @param movedOn the first day of living in the other municipality; may lie ahead
 * @param knownOn the day on which the sender knew of the move
 * @param grounds ids of {@code policies/handover.yaml}
 * @param materials ids of the kinds of material that were sent from case system to case system
 * @param remark what the receiver is to know; no names, no CPR number
 * @param deliveredAt when the conversion brought it to the receiver
 */
public record Handover(
        HandoverId id,
        MunicipalityCode sender,
        MunicipalityCode receiver,
        AgeBand age,
        LocalDate movedOn,
        LocalDate knownOn,
        Set<String> grounds,
        Set<String> materials,
        Optional<Justification> remark,
        Instant sentAt,
        Optional<Instant> deliveredAt) {

    public Handover {
        grounds = Collections.unmodifiableSet(new TreeSet<>(grounds));
        materials = Collections.unmodifiableSet(new TreeSet<>(materials));
    }
}
