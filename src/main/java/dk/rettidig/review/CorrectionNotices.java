package dk.rettidig.review;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import java.time.Instant;
import java.util.List;

/** Who is to be told of corrections after the end. Implemented by the store; takes part in the caller's transaction. */
public interface CorrectionNotices {

    /**
     * Puts a notice to everybody who read, sealed a view of or concluded one of these flags, in place of an older one.
     *
     * @return how many notices
     */
    int tell(MunicipalityCode municipality, List<FlagId> flags, Instant at);

    /** The notices that nobody has acknowledged, oldest first, 200 at most. */
    List<CorrectionNotice> standing(MunicipalityCode municipality);

    /** Those of them that are one person's. */
    List<CorrectionNotice> standing(MunicipalityCode municipality, ActorName reader);

    /**
     * Takes a notice off the lists.
     *
     * @return false when none stands; nothing is changed then
     */
    boolean acknowledge(MunicipalityCode municipality, FlagId flag, ActorName reader, Instant at);
}
