package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.NotificationDesk.View;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.text.Justification;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Puts notifications about one child to one incident and takes them apart. All stay, with what each demands: every notifier gets
 * an acknowledgement and, where it is a professional, feedback.
 */
@ApplicationScoped
public class IncidentDesk {

    private final NotificationDesk desk;
    private final Notifications notifications;
    private final Ledger ledger;

    IncidentDesk(NotificationDesk desk, Notifications notifications, Ledger ledger) {
        this.desk = desk;
        this.notifications = notifications;
        this.ledger = ledger;
    }

    /**
     * Puts a notification to the incident of another about the same child, and whatever was one incident with it. The one that
     * arrived first is the incident's first.
     *
     * @throws NotificationFault {@code not_found}, {@code notification_other_child}, {@code notification_changed}
     */
    public View join(Actor actor, NotificationId id, NotificationId with, Optional<Integer> version) {
        Notification notification = asked(actor, id);
        int read = read(version);
        QuarkusTransaction.requiringNew().run(() -> {
            Notification other = notifications
                    .find(notification.municipality(), with)
                    .orElseThrow(NotificationFault::notFound)
                    .notification();
            if (!other.child().equals(notification.child()) || other.id().equals(id)) {
                throw new NotificationFault(NotificationErrorCode.OTHER_CHILD);
            }
            if (!notifications.join(notification, other, read)) {
                throw new NotificationFault(NotificationErrorCode.CHANGED);
            }
            Filed joined = notifications.find(notification.municipality(), id).orElseThrow();
            ledger.append(actor, new NotificationEvent.Joined(joined.notification()));
        });
        return desk.view(actor, notification);
    }

    /**
     * Takes a notification out of its incident, with a reason.
     *
     * @throws NotificationFault {@code not_found}, {@code notification_input_invalid}, {@code notification_changed}, {@code
     *     notification_not_joined} also for the incident's first: the others are taken out of it
     */
    public View separate(Actor actor, NotificationId id, String because, Optional<Integer> version) {
        Notification notification = asked(actor, id);
        int read = read(version);
        Optional<TextErrorCode> problem = Justification.problem(because);
        if (problem.isPresent()) {
            throw NotificationFault.invalid(List.of(new FieldError("because", problem.get())));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Notification now = notifications
                    .find(notification.municipality(), id)
                    .orElseThrow(NotificationFault::notFound)
                    .notification();
            if (now.incident().equals(id)) {
                throw new NotificationFault(NotificationErrorCode.NOT_JOINED);
            }
            if (!notifications.separate(now, read)) {
                throw new NotificationFault(NotificationErrorCode.CHANGED);
            }
            ledger.append(actor, new NotificationEvent.Separated(now, new Justification(because)));
        });
        return desk.view(actor, notification);
    }

    private Notification asked(Actor actor, NotificationId id) {
        return desk.asked(actor, Action.RECORD_NOTIFICATION_STEP, id);
    }

    private static int read(Optional<Integer> version) {
        return version.orElseThrow(() -> new NotificationFault(NotificationErrorCode.PRECONDITION_REQUIRED));
    }
}
