package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.RowCode;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.feed.intake.DeliveredNotifications;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.notification.ArrivalReader.Reading;
import dk.rettidig.pseudonym.Epochs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files notifications that the municipality's own intake delivered. The clocks start without a person, from the moment of
 * receipt that the sender names; whatever is done about one needs a person.
 */
@Singleton
class NotificationArrivals implements DeliveredNotifications {

    private final Notifications notifications;
    private final Arrivals arrivals;
    private final StatedSexes sexes;
    private final NotificationGrounds grounds;
    private final NotificationBook book;
    private final Duties duties;
    private final Escalations escalations;
    private final ArrivalReader reader;
    private final Epochs epochs;

    NotificationArrivals(
            Notifications notifications,
            Arrivals arrivals,
            StatedSexes sexes,
            NotificationGrounds grounds,
            NotificationBook book,
            Duties duties,
            Escalations escalations,
            CodeRegister codes,
            TriageRegister triage,
            Epochs epochs) {
        this.notifications = notifications;
        this.arrivals = arrivals;
        this.sexes = sexes;
        this.grounds = grounds;
        this.book = book;
        this.duties = duties;
        this.escalations = escalations;
        this.reader = new ArrivalReader(codes, triage);
        this.epochs = epochs;
    }

    @Override
    public BasisId basis(MunicipalityCode municipality) {
        return grounds.basis(municipality);
    }

    @Override
    public void begin(MunicipalityCode municipality) {
        epochs.hold(municipality.value());
        arrivals.hold(municipality);
    }

    @Override
    public Optional<RowCode> take(Actor.Registry registry, Delivery delivery, NotificationRow row, Instant now) {
        return switch (reader.read(row, registry, now)) {
            case Reading.Refused refused -> Optional.of(refused.code());
            case Reading.Read read -> take(registry, delivery, row, read);
        };
    }

    private Optional<RowCode> take(Actor.Registry registry, Delivery delivery, NotificationRow row, Reading.Read read) {
        MunicipalityCode municipality = registry.at();
        String sender = registry.known().value();
        Optional<Arrival> before = arrivals.find(municipality, sender, row.notification());
        if (before.isPresent()) {
            if (!isTheSame(municipality, before.get(), read)) {
                return Optional.of(RowCode.NOTIFICATION_CONFLICTS);
            }
            read.sex().ifPresent(sex -> sexes.state(municipality, before.get().notification(), sex));
            return Optional.empty();
        }
        Optional<String> incident = Optional.of(row.incident()).filter(text -> !text.isEmpty());
        Notification notification = incident.flatMap(
                        named -> arrivals.incident(municipality, sender, named, row.child()))
                .map(read.notification()::of)
                .orElse(read.notification());
        Optional<NotificationId> byHand = arrivals.registeredByHand(notification);
        List<LinkReference> references = references(sender, row);
        if (byHand.isEmpty()) {
            file(registry, delivery, notification, references);
        } else {
            book.belongs(registry, notification, references);
        }
        read.sex().ifPresent(sex -> sexes.state(municipality, byHand.orElse(notification.id()), sex));
        arrivals.add(
                municipality,
                new Arrival(
                        sender,
                        row.notification(),
                        byHand.orElse(notification.id()),
                        delivery.id().value(),
                        read.content(),
                        incident,
                        notification.registeredAt()));
        return Optional.empty();
    }

    /** Children of one household, and those whom one incident names. */
    private static List<LinkReference> references(String sender, NotificationRow row) {
        List<LinkReference> references = new ArrayList<>();
        if (!row.household().isEmpty()) {
            references.add(LinkReference.household(sender, row.household()));
        }
        if (!row.incident().isEmpty()) {
            references.add(LinkReference.incident(sender, row.incident()));
        }
        return references;
    }

    private boolean isTheSame(MunicipalityCode municipality, Arrival before, Reading.Read read) {
        return before.content().equals(read.content())
                && notifications
                        .find(municipality, before.notification())
                        .filter(filed -> filed.notification()
                                .child()
                                .equals(read.notification().child()))
                        .isPresent();
    }

    /** What is overdue already is told at once: the 24 hours ran while nobody delivered. */
    private void file(
            Actor.Registry registry, Delivery delivery, Notification notification, List<LinkReference> references) {
        Instant now = notification.registeredAt();
        notifications.addDelivered(
                notification, NotificationClock.next(duties.of(notification, List.of()), List.of(), now));
        book.filed(
                registry,
                notification,
                new NotificationEvent.Delivered(notification, delivery.id().value()),
                references);
        notifications
                .find(notification.municipality(), notification.id())
                .ifPresent(filed -> escalations.tell(filed, now));
    }
}
