package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.law.DutyKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody was told that something is not done.
 *
 * @param to the responsible person before the deadline, at it whom the duty roster names at that moment; empty is
 *     whoever leads the team
 */
public record Escalation(DutyKind duty, Level level, Optional<ActorName> to, Instant at) {

    /** How far it went. */
    public enum Level {
        WARNING,
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
