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
    public Filing begin(Actor.Registry registry, Delivery delivery, List<NotificationRow> rows, Instant now) {
        MunicipalityCode municipality = registry.at();
        epochs.hold(municipality.value());
        arrivals.hold(municipality);
        book.expect(municipality, KnownArrivals.children(rows));
        return new Taking(
                registry,
                delivery,
                now,
                KnownArrivals.read(arrivals, municipality, registry.known().value(), rows),
                new ArrayList<>());
    }

    /** Children of one household, and those whom one incident names, are put together when all are on file. */
    private record Belonging(Notification notification, List<LinkReference> references) {}

    /** One delivery on its way in. */
    private final class Taking implements Filing {

        private final Actor.Registry registry;
        private final Delivery delivery;
        private final Instant now;
        private final KnownArrivals known;
        private final List<Belonging> belongings;

        private Taking(
                Actor.Registry registry,
                Delivery delivery,
                Instant now,
                KnownArrivals known,
                List<Belonging> belongings) {
            this.registry = registry;
            this.delivery = delivery;
            this.now = now;
            this.known = known;
            this.belongings = belongings;
        }

        @Override
        public Optional<RowCode> take(NotificationRow row) {
            return switch (reader.read(row, registry, now)) {
                case Reading.Refused refused -> Optional.of(refused.code());
                case Reading.Read read -> take(row, read);
            };
        }

        private Optional<RowCode> take(NotificationRow row, Reading.Read read) {
            Optional<Arrival> before = known.find(row.notification());
            if (before.isPresent()) {
                return again(before.get(), read);
            }
            Optional<String> incident = Optional.of(row.incident()).filter(text -> !text.isEmpty());
            Notification notification = incident.flatMap(named -> known.incident(named, row.child()))
                    .map(read.notification()::of)
                    .orElse(read.notification());
            Optional<NotificationId> byHand = known.takeByHand(notification);
            if (byHand.isEmpty()) {
                file(registry, delivery, notification);
            }
            belongings.add(
                    new Belonging(notification, references(registry.known().value(), row)));
            read.sex().ifPresent(sex -> sexes.state(registry.at(), byHand.orElse(notification.id()), sex));
            Arrival arrival = new Arrival(
                    registry.known().value(),
                    row.notification(),
                    byHand.orElse(notification.id()),
                    delivery.id().value(),
                    read.content(),
                    incident,
                    notification.registeredAt());
            arrivals.add(registry.at(), arrival);
            known.add(arrival, notification);
            return Optional.empty();
        }

        private Optional<RowCode> again(Arrival before, Reading.Read read) {
            if (!isTheSame(before, read)) {
                return Optional.of(RowCode.NOTIFICATION_CONFLICTS);
            }
            read.sex().ifPresent(sex -> sexes.state(registry.at(), before.notification(), sex));
            return Optional.empty();
        }

        @Override
        public void end() {
            book.write();
            belongings.forEach(each -> book.belongs(registry, each.notification(), each.references()));
        }
    }

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

    /** A row that is delivered again, about the child that its notification is about now. */
    private boolean isTheSame(Arrival before, Reading.Read read) {
        return before.content().equals(read.content())
                && notifications.ofChild(read.notification()).stream()
                        .anyMatch(filed -> filed.notification().id().equals(before.notification()));
    }

    /** What is overdue already is told at once: the 24 hours ran while nobody delivered. */
    private void file(Actor.Registry registry, Delivery delivery, Notification notification) {
        Instant now = notification.registeredAt();
        Notifications.Next next = NotificationClock.next(duties.of(notification, List.of()), List.of(), now);
        notifications.addDelivered(notification, next);
        book.filed(
                registry,
                notification,
                new NotificationEvent.Delivered(notification, delivery.id().value()));
        if (next.tell().filter(at -> !at.isAfter(now)).isPresent()) {
            escalations.tell(new Notifications.Filed(notification, List.of(), List.of(), 0), now);
        }
    }
}
