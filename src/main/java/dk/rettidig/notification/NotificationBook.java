package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.NotifiedScope;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What follows from a notification being on file, whoever brought it: scope, the entry, and whoever listens. */
@Singleton
class NotificationBook {

    private final Notifications notifications;
    private final NotificationGrounds grounds;
    private final NotifiedScope scope;
    private final ChildLinks links;
    private final List<NotificationListener> listeners;
    private final Ledger ledger;

    NotificationBook(
            Notifications notifications,
            NotificationGrounds grounds,
            NotifiedScope scope,
            ChildLinks links,
            @All List<NotificationListener> listeners,
            Ledger ledger) {
        this.notifications = notifications;
        this.grounds = grounds;
        this.scope = scope;
        this.links = links;
        this.listeners = listeners;
        this.ledger = ledger;
    }

    /**
     * Before many are filed in one transaction: what is on file about these children is read at once, nobody else writes about any
     * child of the municipality, and what is written is written together.
     */
    void expect(MunicipalityCode municipality, Set<Pseudonym> children) {
        ledger.gather();
        notifications.expect(municipality, children);
        listeners.forEach(listener -> listener.expect(municipality, children));
    }

    /** Writes what was filed since {@link #expect}. */
    void write() {
        notifications.write();
    }

    /** The child is in scope from the day of receipt on. In the transaction in which the notification was filed. */
    void filed(Actor actor, Notification notification, NotificationEvent event) {
        MunicipalityCode municipality = notification.municipality();
        LocalDate from = Due.dayOf(notification.receivedAt());
        scope.begin(
                municipality,
                grounds.basis(municipality),
                notification.child(),
                from,
                from.plusDays(grounds.maximumDays(municipality) - 1L),
                notification.registeredAt());
        ledger.appendAmongMany(actor, event);
        listeners.forEach(listener -> listener.registered(actor, notification));
    }

    /** Puts the child to others: those whom the same letter names, and whatever else whoever brought it knows. */
    void belongs(Actor actor, Notification notification, List<LinkReference> references) {
        List<LinkReference> all = new ArrayList<>(references);
        notification.letter().map(LinkReference::letter).ifPresent(all::add);
        MunicipalityCode municipality = notification.municipality();
        for (LinkReference reference : all) {
            UUID link = links.find(municipality, reference.kind(), reference.digest(), notification.registeredAt());
            boolean added = links.add(
                    new ChildLinks.Member(municipality, link, notification.child()),
                    actor.name().orElseThrow(NotificationFault::notFound),
                    notification.registeredAt(),
                    false);
            boolean leads = links.of(municipality, notification.child()).stream()
                    .anyMatch(each -> each.id().equals(link));
            if (added && leads) {
                ledger.append(actor, new NotificationEvent.Linked(notification, link, reference.kind()));
            }
        }
    }

    /**
     * A person did something about it. In the transaction in which the step was filed.
     *
     * @param ofChild every notification of the child, as it was before
     */
    void stepped(Actor actor, Notification notification, List<Filed> ofChild, Step step) {
        if (step.kind() == StepKind.SCREENED) {
            leaveScope(notification, ofChild, step.recordedAt());
        }
        ledger.append(actor, new NotificationEvent.StepRecorded(notification, step));
        listeners.forEach(listener -> listener.stepped(actor, notification, step));
    }

    /** The interval goes on while another notification that arrived on the same day has not been screened. */
    private void leaveScope(Notification notification, List<Filed> ofChild, Instant now) {
        LocalDate from = Due.dayOf(notification.receivedAt());
        boolean another = ofChild.stream()
                .filter(filed -> !filed.notification().id().equals(notification.id()))
                .filter(filed -> Due.dayOf(filed.notification().receivedAt()).equals(from))
                .anyMatch(filed -> filed.screened().isEmpty());
        if (!another) {
            MunicipalityCode municipality = notification.municipality();
            scope.end(municipality, grounds.basis(municipality), notification.child(), from, now);
        }
    }
}
