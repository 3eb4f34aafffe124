package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a person did about a notification.
 *
 * @param result one of {@link StepKind#results}; blank when there is none to choose
 * @param happenedAt when it was done, as the person says; not before the notification arrived
 * @param recordedAt when it was written down
 */
public record Step(
        StepKind kind,
        String result,
        Optional<Justification> because,
        ActorName by,
        Instant happenedAt,
        Instant recordedAt) {}
