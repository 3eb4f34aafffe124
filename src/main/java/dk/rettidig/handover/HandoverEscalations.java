package dk.rettidig.handover;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.TellingGrounds;
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
 * Tells people of both municipalities what is not done: the responsible person before a deadline, the team leader at it. A
 * child who moved and of whom nobody heard is what FOB 2014-19 was about, so every telling is an entry.
 */
@Singleton
class HandoverEscalations {

    /** In one transaction; the rest follows at once. */
    private static final int AT_ONCE = 200;

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Handovers handovers;
    private final HandoverClock times;
    private final TellingGrounds grounds;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    HandoverEscalations(
            Handovers handovers,
            HandoverClock times,
            TellingGrounds grounds,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.handovers = handovers;
        this.times = times;
        this.grounds = grounds;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rettidig.handover.escalate-every:1m}",
            delayed = "25s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tellNow() {
        tell(clock.instant());
    }

    /** Tells everything that is due by the moment; returns how many sides were looked at. */
    int tell(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
        int looked = 0;
        for (MunicipalityCode municipality : QuarkusTransaction.requiringNew().call(handovers::municipalities)) {
            int some = isAnyDue(municipality, now) && grounds.permit(municipality) ? AT_ONCE : 0;
            while (some == AT_ONCE) {
                some = QuarkusTransaction.requiringNew().call(() -> tell(municipality, now));
                looked += some;
            }
        }
        return looked;
    }

    private boolean isAnyDue(MunicipalityCode municipality, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !handovers.toTell(municipality, now, 1).isEmpty());
    }

    private int tell(MunicipalityCode municipality, Instant now) {
        epochs.hold(municipality.value());
        List<Filed> due = handovers.toTell(municipality, now, AT_ONCE);
        due.forEach(each -> {
            handovers.hold(each.own().handover());
            // As it is when nobody else can write it any more: a person may have answered a moment ago.
            handovers.find(municipality, each.own().handover()).ifPresent(filed -> tell(filed, now));
        });
        return due.size();
    }

    private void tell(Filed filed, Instant now) {
        OwnSide own = filed.own();
        List<Telling> told = new ArrayList<>(filed.tellings());
        for (HandoverClock.Alarm alarm : times.alarms(filed, told)) {
            if (!alarm.at().isAfter(now)) {
                Optional<ActorName> to = alarm.level() == Telling.Level.WARNING ? own.responsible() : Optional.empty();
                Telling telling = new Telling(alarm.duty().kind(), alarm.round(), alarm.level(), to, alarm.due(), now);
                told.add(telling);
                if (handovers.tell(own, telling)) {
                    ledger.append(
                            SCHEDULER, new HandoverEvent.Told(own, alarm.duty().kind(), alarm.level(), alarm.due()));
                }
            }
        }
        handovers.reckon(
                own,
                times.alarms(filed, told).stream().map(HandoverClock.Alarm::at).findFirst());
    }
}
