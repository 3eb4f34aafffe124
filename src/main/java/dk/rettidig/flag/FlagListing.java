package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a list of flags may show: nothing that depends on strength. Listings are ordered by deadline and then by the random
 * id, so that neither order nor id can tell one flag of a run from another.
 *
 * @param deadline when the flag expires unless somebody opens it
 * @param version counts the changes of the flag; the {@code ETag} of whatever shows it
 * @param valueChanged whether the source has corrected or retracted a value the flag rests on
 */
public record FlagListing(
        FlagId id,
        MunicipalityCode municipality,
        RunId run,
        Instant deadline,
        FlagState state,
        long version,
        boolean valueChanged) {

    /** The order of every list of flags. */
    public static final Comparator<FlagListing> BY_DEADLINE = Comparator.comparing(FlagListing::deadline)
            .thenComparing(flag -> flag.id().toString());
}
