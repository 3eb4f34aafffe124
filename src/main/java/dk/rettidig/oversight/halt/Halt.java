package dk.rettidig.oversight.halt;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.text.JournalNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A halt as it is shown: by the number of its case. Whom it concerns is in the case system and is not shown here.
 *
 * @param until the last day it holds; empty when it holds until it is lifted
 */
public record Halt(
        UUID id,
        MunicipalityCode municipality,
        HaltKind kind,
        JournalNumber caseReference,
        ActorName registeredBy,
        Instant registeredAt,
        Optional<LocalDate> until,
        Optional<Instant> liftedAt) {

    /** Whether it holds on a day in Denmark. */
    public boolean holdsOn(LocalDate day) {
        return liftedAt.isEmpty() && until.map(last -> !last.isBefore(day)).orElse(true);
    }
}
