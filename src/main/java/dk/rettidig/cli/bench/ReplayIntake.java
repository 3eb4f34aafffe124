package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.feed.intake.DeliveredNotifications;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Notifications;
import dk.rettidig.synthetic.StatedSex;
import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The municipality's own intake in a replay: at the end of a day the notifications of that day are filed as a feed's delivery files
 * them, in one transaction. Transport and receipt are what {@code ingest} measures.
 */
@Singleton
class ReplayIntake {

    private static final Actor.Registry REGISTRY =
            new Actor.Registry(new ActorName("bench-intake"), MunicipalityCode.SYNTHETIC);

    private final DeliveredNotifications delivered;
    private final Notifications notifications;

    ReplayIntake(DeliveredNotifications delivered, Notifications notifications) {
        this.delivered = delivered;
        this.notifications = notifications;
    }

    /** Files what arrived on a day. */
    void file(LocalDate day, List<SyntheticNotification> arrived) {
        Instant end = midnight(day.plusDays(1));
        Delivery delivery = delivery(day, end);
        List<NotificationRow> rows = new ArrayList<>();
        for (SyntheticNotification each : arrived) {
            rows.add(row(rows.size() + 1, day, each));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            DeliveredNotifications.Filing filing = delivered.begin(REGISTRY, delivery, rows, end);
            rows.forEach(row -> filing.take(row).ifPresent(refused -> {
                throw new IllegalStateException("a notification was refused: " + refused);
            }));
            filing.end();
        });
    }

    /** What a day's delivery became. */
    List<Notification> filed(LocalDate day) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        notifications.received(MunicipalityCode.SYNTHETIC, midnight(day), midnight(day.plusDays(1))));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Due.DENMARK).toInstant();
    }

    private static NotificationRow row(int line, LocalDate day, SyntheticNotification given) {
        return new NotificationRow(
                line,
                day + "." + line,
                given.child(),
                given.receivedAt(),
                given.notifier(),
                Optional.empty(),
                List.of(given.cause()),
                List.of(),
                "",
                band(given.age()),
                given.sex().map(StatedSex::id).orElse(""),
                "",
                "",
                "");
    }

    private static String band(int age) {
        return age <= 2 ? "0-2" : age <= 6 ? "3-6" : age <= 12 ? "7-12" : "13-17";
    }

    private static Delivery delivery(LocalDate day, Instant at) {
        return new Delivery(
                new DeliveryId(UUID.randomUUID()),
                day.toEpochDay(),
                MunicipalityCode.SYNTHETIC,
                new RegistryId("bench-intake"),
                new FeedId("bench-notifications"),
                new NoteId("day-" + day),
                Digest.of(new byte[32]),
                DeliveryState.RUNNING,
                1,
                at,
                Optional.empty(),
                Optional.empty(),
                new Delivery.Rows(0, 0, 0),
                Optional.empty(),
                Optional.empty());
    }
}
