package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;

/** What happens to flags and runs without a person: in the caller's transaction, one municipality at a time. ADR 0117 on halts. */
public interface FlagUpkeep {

    /** Withdraws flags that have not ended and whose children are no longer in the scope their run had. */
    List<FlagId> withdrawOutOfScope(MunicipalityCode municipality, Instant now);

    /** Expires open flags whose deadline is past. */
    List<FlagId> expire(MunicipalityCode municipality, Instant now);

    /** Erases the content of flags in this state since before the moment, unless a halt keeps it; returns how many. */
    int erase(MunicipalityCode municipality, Content content, Instant before);

    /** Those of the flags whose content is still there. */
    List<FlagId> kept(MunicipalityCode municipality, List<FlagId> flags);

    /**
     * Erases salt, leaves and lot of runs that ended before the moment, unless a child was in the run whose erasure is halted;
     * returns how many runs.
     */
    int eraseMembership(MunicipalityCode municipality, Instant before);

    /** Whose content is erased. */
    enum Content {
        /** Flags that nobody opened, by when they expired. */
        EXPIRED,
        /** Withdrawn flags, by when they were withdrawn. */
        WITHDRAWN,
        /** Concluded flags, by when the case system acknowledged. */
        ACKNOWLEDGED
    }
}
