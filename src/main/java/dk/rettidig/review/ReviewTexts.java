package dk.rettidig.review;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;

/** What people wrote in reviews, for its erasure. Implemented by the store; takes part in the caller's transaction. */
public interface ReviewTexts {

    /**
     * Erases own views of flags that were concluded before the moment, and of flags whose content is erased everything:
     * views, outcomes, who read them and requests for re-identification.
     */
    Erased erase(MunicipalityCode municipality, Instant concludedBefore);

    /** How many rows went. */
    record Erased(int views, int outcomes, int requests) {}
}
