package dk.rettidig.review.reidentification;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.Optional;

/** The named substitutes. Implemented by the store; takes part in the caller's transaction. */
public interface Substitutes {

    /** The one that was named last and not ended, whatever its days. */
    Optional<Substitute> standing(MunicipalityCode municipality);

    /** Names one; false when another stands. */
    boolean name(Substitute substitute);

    /** Ends the one that stands; false when none does. */
    boolean end(MunicipalityCode municipality, Instant at);
}
