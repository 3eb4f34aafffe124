package dk.rettidig.followup;

import dk.rettidig.access.ActorName;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person closed a follow-up with.
 *
 * @param opening of which time on the list
 * @param backAt when it comes back; empty unless it is being handled
 * @param move where to, when the child has moved; empty in what was closed before that was asked
 */
public record Closing(
        int opening,
        ClosingCode code,
        Justification because,
        ActorName by,
        Instant at,
        Optional<Instant> backAt,
        Optional<Move> move) {}
