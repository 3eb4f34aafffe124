package dk.rettidig.followup;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.HandoverId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a child moved, as the person said who closed its follow-up.
 *
 * @param to empty is out of Denmark
 * @param on the first day of living there
 * @param handover what hands the child over to that municipality; empty where nothing can be handed over here
 */
public record Move(Optional<MunicipalityCode> to, LocalDate on, Optional<HandoverId> handover) {

    /** The word for out of Denmark, in rows and JSON: Greenland and the Faroe Islands too, whose municipalities have other law. */
    public static final String ABROAD = "abroad";

    /** The code of the municipality, or {@link #ABROAD}. */
    public String place() {
        return to.map(MunicipalityCode::value).orElse(ABROAD);
    }

    /** Whether people have to notify the other municipality in another way than here (BL § 132). */
    public boolean notifiedOutside() {
        return to.isPresent() && handover.isEmpty();
    }
}
