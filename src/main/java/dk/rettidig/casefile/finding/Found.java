package dk.rettidig.casefile.finding;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one check finds about one demand.
 *
 * @param due the last day in time, where there is one
 * @param done the day on which what is demanded is on record
 * @param missing the event whose date would be needed to tell, or that is out of order
 */
public record Found(
        Demanded demanded,
        FoundState state,
        Optional<LocalDate> due,
        Optional<LocalDate> done,
        Optional<String> missing) {

    /**
     * Which demand it is.
     *
     * @param rule an id of {@code case-rules.yaml}, or {@code disorder.} with the event that no start goes before
     * @param on the day that made the demand; empty when the event that makes it is missing itself
     */
    public record Demanded(String rule, int version, Optional<LocalDate> on) {}

    /** Whether somebody has to look: something is not on record, or cannot be told. */
    public boolean isMissing() {
        return state != FoundState.MET && state != FoundState.LATE;
    }
}
