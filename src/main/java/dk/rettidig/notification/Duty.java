package dk.rettidig.notification;

import dk.rettidig.law.Demand;
import dk.rettidig.law.calendar.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A demand upon one notification, and whether it was met.
 *
 * @param due empty when the law has no day for it
 * @param doneAt when a person did it
 */
public record Duty(Demand demand, Optional<Due> due, Optional<Instant> doneAt) {

    /** How it stands. */
    public enum Status {
        OPEN,
        /** Nobody has done it and the deadline is near: {@code warn_hours} or less. */
        DUE_SOON,
        OVERDUE,
        DONE,
        DONE_LATE;

        /** The word in JSON. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether nobody has done it. */
    public boolean isOpen() {
        return doneAt.isEmpty();
    }

    /** How it stands at a moment. */
    public Status status(Instant now) {
        if (doneAt.isPresent()) {
            return due.map(end -> end.inTime(doneAt.get())).orElse(true) ? Status.DONE : Status.DONE_LATE;
        }
        if (due.isEmpty()) {
            return Status.OPEN;
        }
        if (!due.get().inTime(now)) {
            return Status.OVERDUE;
        }
        return warnAt().filter(at -> !at.isAfter(now)).isPresent() ? Status.DUE_SOON : Status.OPEN;
    }

    /** When the responsible person is told; empty when there is no deadline. */
    public Optional<Instant> warnAt() {
        return due.map(end -> end.end().minus(Duration.ofHours(demand.warnHours())));
    }
}
