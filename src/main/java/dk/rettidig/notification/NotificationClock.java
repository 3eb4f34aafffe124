package dk.rettidig.notification;

import dk.rettidig.law.DutyKind;
import dk.rettidig.law.calendar.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When somebody is told that something is not done: before the deadline and at it, once each. */
public final class NotificationClock {

    private NotificationClock() {}

    /** Something to tell, at a moment. */
    record Alarm(DutyKind duty, Escalation.Level level, Instant at, Instant due) {}

    /** What the list is ordered by, and when the next person is told. */
    public static Notifications.Next next(List<Duty> duties, List<Escalation> told, Instant now) {
        Optional<Instant> tell = alarms(duties, told).stream().map(Alarm::at).min(Comparator.naturalOrder());
        return new Notifications.Next(
                Duties.next(duties), tell, Duties.done(duties) ? Optional.of(now) : Optional.empty());
    }

    /** What is to be told by now. */
    static List<Alarm> due(List<Duty> duties, List<Escalation> told, Instant now) {
        return alarms(duties, told).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .toList();
    }

    private static List<Alarm> alarms(List<Duty> duties, List<Escalation> told) {
        List<Alarm> alarms = new ArrayList<>();
        for (Duty duty : duties) {
            if (duty.isOpen() && duty.due().isPresent()) {
                Instant end = duty.due().map(Due::end).get();
                DutyKind kind = duty.demand().duty();
                alarms.add(
                        new Alarm(kind, Escalation.Level.WARNING, duty.warnAt().orElse(end), end));
                alarms.add(new Alarm(kind, Escalation.Level.OVERDUE, end, end));
            }
        }
        alarms.removeIf(
                alarm -> told.stream().anyMatch(each -> each.duty() == alarm.duty() && each.level() == alarm.level()));
        return alarms;
    }
}
