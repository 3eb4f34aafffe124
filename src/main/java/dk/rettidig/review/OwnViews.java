package dk.rettidig.review;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import java.util.Optional;

/** The sealed own views of a municipality. Implemented by the store; takes part in the caller's transaction. */
public interface OwnViews {

    /** The person's view of a flag. */
    Optional<SealedView> find(MunicipalityCode municipality, FlagId flag, ActorName by);

    /**
     * Keeps a view for good.
     *
     * @return false when the person has sealed a view of the flag before; nothing is changed then
     */
    boolean seal(MunicipalityCode municipality, SealedView view);
}
