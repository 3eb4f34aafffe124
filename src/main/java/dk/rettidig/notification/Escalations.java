package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells people what is not done: the responsible person before the deadline, at it whom the duty roster names. Silence is what this
 * project exists against (FOB 2014-19), so every telling is an entry.
 */
@Singleton
public class Escalations {

    /** In one transaction; the rest follows at once. */
    private static final int AT_ONCE = 200;

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Notifications notifications;
    private final Duties duties;
    private final DutyRoster roster;
    private final TellingGrounds grounds;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    Escalations(
            Notifications notifications,
            Duties duties,
            DutyRoster roster,
            TellingGrounds grounds,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.notifications = notifications;
        this.duties = duties;
        this.roster = roster;
        this.grounds = grounds;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rettidig.notification.escalate-every:1m}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tellNow() {
        tell(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Tells everything that is due by the moment; returns how many notifications it was about. */
    public int tell(Instant now) {
        int told = 0;
        for (MunicipalityCode municipality : QuarkusTransaction.requiringNew().call(notifications::municipalities)) {
            int some = isAnyDue(municipality, now) && grounds.permit(municipality) ? AT_ONCE : 0;
            while (some == AT_ONCE) {
                some = QuarkusTransaction.requiringNew().call(() -> tell(municipality, now));
                told += some;
            }
        }
        return told;
    }

    private boolean isAnyDue(MunicipalityCode municipality, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> notifications.anyToTell(municipality, now));
    }

    private int tell(MunicipalityCode municipality, Instant now) {
        epochs.hold(municipality.value());
        ledger.gather();
        List<Filed> due = notifications.toTell(municipality, now, AT_ONCE);
        due.forEach(filed -> tell(filed, now));
        notifications.write();
        return due.size();
    }

    /** Tells what is due by the moment about one notification, in the caller's transaction. */
    void tell(Filed filed, Instant now) {
        Notification notification = filed.notification();
        List<Duty> open = duties.of(notification, filed.steps());
        List<Escalation> told = new ArrayList<>(filed.escalations());
        List<NotificationClock.Alarm> due = NotificationClock.due(open, told, now);
        if (due.isEmpty()) {
            // The rules are others than when this was worked out; left as it is, it would be asked for ever.
            notifications.reckon(notification, NotificationClock.next(open, told, now));
        }
        for (NotificationClock.Alarm alarm : due) {
            Optional<ActorName> to = Optional.of(alarm.level())
                    .filter(level -> level == Escalation.Level.WARNING)
                    .flatMap(warning -> notification.responsible())
                    .or(() -> roster.toTell(notification.municipality(), alarm.level(), now));
            Escalation escalation = new Escalation(alarm.duty(), alarm.level(), to, now);
            told.add(escalation);
            notifications.escalate(notification, escalation, NotificationClock.next(open, told, now));
            ledger.appendAmongMany(
                    SCHEDULER,
                    new NotificationEvent.Escalated(notification, alarm.duty().id(), alarm.level(), alarm.due()));
        }
    }
}
