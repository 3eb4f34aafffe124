package dk.rettidig.followup;

import dk.rettidig.access.ActorName;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was told that nothing is on record.
 *
 * @param opening of which time on the list
 * @param step of {@code policies/follow-up.yaml}
 * @param occasion the notification that made the step; blank when a deadline or the listing did
 * @param to the responsible person; empty is whoever leads the team
 * @param due when it was to be told
 */
public record Telling(int opening, String step, String occasion, Optional<ActorName> to, Instant due, Instant at) {

    /** The same step of the same time on the list, for the same occasion: nobody is told twice. */
    public boolean repeats(Telling other) {
        return opening == other.opening && step.equals(other.step) && occasion.equals(other.occasion);
    }
}
