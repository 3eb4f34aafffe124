package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;

/** Those who have read flags. Implemented by {@code review}, which knows them; in the caller's transaction. */
public interface CorrectionReaders {

    /** Has people told, and entered, that values of these flags were corrected at their source after the flags had ended. */
    void tell(MunicipalityCode municipality, List<FlagId> ended, Instant at);
}
