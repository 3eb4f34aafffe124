package dk.rettidig.review;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import java.util.Optional;

/** The outcomes of a municipality. Implemented by the store; takes part in the caller's transaction. */
public interface Outcomes {

    /** The outcome of a flag. */
    Optional<RecordedOutcome> find(MunicipalityCode municipality, FlagId flag);

    /**
     * Records an outcome for good.
     *
     * @return false when the flag has one already; nothing is changed then
     */
    boolean record(MunicipalityCode municipality, RecordedOutcome outcome);
}
