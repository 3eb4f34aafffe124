package dk.rettidig.notification;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.text.Justification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the record keeps of notifications. Cause, notifier, result and reason are commitments: in a small municipality they would
 * say who it is.
 */
public sealed interface NotificationEvent extends LedgerEvent {

    /** A notification was registered, and its child is in scope. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Registered(Notification notification) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.registered";
        }

        @Override
        public EventFields fields() {
            return about(notification)
                    .moment("received_at", notification.receivedAt())
                    .committed("notifier", bytes(notification.notifier()))
                    .committed("causes", bytes(String.join(",", notification.causes())));
        }
    }

    /** The municipality's own intake delivered a notification, and its child is in scope. */
    @Recorded(by = ActorKind.REGISTRY, ground = "BL § 136")
    record Delivered(Notification notification, UUID delivery) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.delivered";
        }

        @Override
        public EventFields fields() {
            return about(notification)
                    .text("delivery", delivery.toString())
                    .moment("received_at", notification.receivedAt())
                    .committed("notifier", bytes(notification.notifier()))
                    .committed("causes", bytes(String.join(",", notification.causes())));
        }
    }

    /** Somebody read a notification. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Opened(Notification notification) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.opened";
        }

        @Override
        public EventFields fields() {
            return about(notification);
        }
    }

    /** A person did something about a notification. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL §§ 18, 136-138")
    record StepRecorded(Notification notification, Step step) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.step_recorded";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(notification)
                    .text("step", step.kind().id())
                    .moment("happened_at", step.happenedAt())
                    .committed("result", bytes(step.result()));
            return step.because()
                    .map(why -> fields.committed("because", bytes(why.text())))
                    .orElse(fields);
        }
    }

    /** Two notifications are about one incident. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Joined(Notification notification) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.joined";
        }

        @Override
        public EventFields fields() {
            return about(notification).text("incident", notification.incident().toString());
        }
    }

    /** A notification was taken out of an incident. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Separated(Notification notification, Justification because) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.separated";
        }

        @Override
        public EventFields fields() {
            return about(notification)
                    .text("incident", notification.incident().toString())
                    .committed("because", bytes(because.text()));
        }
    }

    /** Its child was put together with others, of one household or of one letter. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.REGISTRY},
            ground = "BL § 136")
    record Linked(Notification notification, UUID link, LinkKind kind) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.children_linked";
        }

        @Override
        public EventFields fields() {
            return about(notification).text("link", link.toString()).text("kind", kind.id());
        }
    }

    /** A person took its child out of a link. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136; GDPR 5(1)(d)")
    record Unlinked(Notification notification, UUID link, Justification because) implements NotificationEvent {
        @Override
        public String type() {
            return "notification.child_unlinked";
        }

        @Override
        public EventFields fields() {
            return about(notification).text("link", link.toString()).committed("because", bytes(because.text()));
        }
    }

    /**
     * Nobody had done it, and a person was told.
     *
     * @param level {@code warning} before the deadline, {@code overdue} at it
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "BL §§ 136, 138")
    record Escalated(Notification notification, String duty, Escalation.Level level, Instant due)
            implements NotificationEvent {
        @Override
        public String type() {
            return "notification.escalated";
        }

        @Override
        public EventFields fields() {
            return about(notification)
                    .text("duty", duty)
                    .text("level", level.id())
                    .moment("due", due);
        }
    }

    /** Notifications whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, List<NotificationId> notifications) implements NotificationEvent {

        public Erased {
            notifications = List.copyOf(notifications);
        }

        @Override
        public String type() {
            return "notification.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("count", notifications.size())
                    .texts(
                            "notifications",
                            notifications.stream().map(NotificationId::toString).toList());
        }
    }

    private static EventFields about(Notification notification) {
        String municipality = notification.municipality().value();
        return EventFields.none()
                .text("municipality", municipality)
                .text("notification", notification.id().toString())
                .child("pseudonym", municipality, notification.child().bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
