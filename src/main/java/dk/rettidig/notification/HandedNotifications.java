package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registers what another municipality handed over as the notification that it is by BL § 132, in the caller's transaction. */
@Singleton
public class HandedNotifications {

    /** The notifier group of other municipalities. */
    public static final String OTHER_MUNICIPALITY = "N09";

    private final Notifications notifications;
    private final NotificationGrounds grounds;
    private final Duties duties;
    private final TriageRegister triage;
    private final Epochs epochs;
    private final NotificationBook book;

    HandedNotifications(
            Notifications notifications,
            NotificationGrounds grounds,
            Duties duties,
            TriageRegister triage,
            Epochs epochs,
            NotificationBook book) {
        this.notifications = notifications;
        this.grounds = grounds;
        this.duties = duties;
        this.triage = triage;
        this.epochs = epochs;
        this.book = book;
    }

    /**
     * What was handed over.
     *
     * @param causes codes, at least one
     * @param receivedAt when it arrived: the deadlines count from there
     */
    public record Handed(
            MunicipalityCode municipality, Pseudonym child, AgeBand age, Set<String> causes, Instant receivedAt) {

        public Handed {
            causes = Set.copyOf(causes);
        }
    }

    /** Asks the gate whether this person may register a notification about the child. */
    public void demand(Actor actor, Optional<Pseudonym> child) {
        grounds.demand(actor, Action.REGISTER_NOTIFICATION, child);
    }

    /**
     * Registers it; whoever opened it answers for it. The gate was asked by {@link #demand}.
     *
     * @return its id, or that of the same notification when it is on file already
     */
    public NotificationId register(Actor actor, Handed handed, Instant now) {
        ActorName by = actor.name().orElseThrow(NotificationFault::notFound);
        epochs.hold(handed.municipality().value());
        // Two replicas' clocks may differ by a moment: nothing is registered before it was received.
        Instant registered = now.isBefore(handed.receivedAt()) ? handed.receivedAt() : now;
        Notification notification = notification(handed, by, registered);
        Optional<NotificationId> known = notifications.add(
                notification, NotificationClock.next(duties.of(notification, List.of()), List.of(), now));
        if (known.isEmpty()) {
            book.filed(actor, notification, new NotificationEvent.Registered(notification));
        }
        return known.orElse(notification.id());
    }

    private Notification notification(Handed handed, ActorName by, Instant now) {
        NotificationId id = NotificationId.random();
        Set<NotificationMark> marks = triage.marksOf(handed.causes());
        return new Notification(
                id,
                handed.municipality(),
                handed.child(),
                handed.age(),
                OTHER_MUNICIPALITY,
                false,
                handed.causes(),
                marks,
                Optional.empty(),
                id,
                handed.receivedAt(),
                now,
                by,
                Optional.of(by));
    }
}
