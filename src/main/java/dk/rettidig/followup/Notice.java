package dk.rettidig.followup;

import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Notification;
import java.time.LocalDate;
import java.util.Set;

/**
 * What counts of a notification.
 *
 * @param day the Danish day on which it arrived
 * @param incident which incident it is about
 */
record Notice(LocalDate day, String incident, Set<String> causes, Set<NotificationMark> marks) {

    Notice {
        causes = Set.copyOf(causes);
        marks = Set.copyOf(marks);
    }

    static Notice of(Notification notification) {
        return new Notice(
                Due.dayOf(notification.receivedAt()),
                notification.incident().toString(),
                notification.causes(),
                notification.marks());
    }
}
