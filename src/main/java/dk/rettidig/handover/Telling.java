package dk.rettidig.handover;

import dk.rettidig.access.ActorName;
import dk.rettidig.law.HandoverDuty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A person of the own municipality was told that something is not done.
 *
 * @param round the number of the act that began the duty; 0 when the delivery or the move did
 * @param to the responsible person; empty is whoever leads the team
 * @param due the deadline
 */
public record Telling(HandoverDuty.Kind duty, int round, Level level, Optional<ActorName> to, Instant due, Instant at) {

    /** How far it went. */
    public enum Level {
        /** The deadline is near. */
        WARNING,
        /** The deadline is over. */
        OVERDUE;

        /** The word in rows, entries and JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Parses the word. */
        public static Optional<Level> parse(String id) {
            return Arrays.stream(values())
                    .filter(level -> level.id().equals(id))
                    .findFirst();
        }
    }
}
