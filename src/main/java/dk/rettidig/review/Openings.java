package dk.rettidig.review;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import java.time.Instant;

/** Which flags a caseworker has read. Implemented by the store; takes part in the caller's transaction. */
public interface Openings {

    /** Notes that the person has read the flag; the first time counts. */
    void note(MunicipalityCode municipality, FlagId flag, ActorName reader, Instant at);

    /** Whether the person has read the flag. */
    boolean has(MunicipalityCode municipality, FlagId flag, ActorName reader);
}
