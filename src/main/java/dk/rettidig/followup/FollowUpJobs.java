package dk.rettidig.followup;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.gate.Request;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.TellingGrounds;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * What happens without anybody: looks for registered measures, brings back what was being handled, and tells people that nothing
 * is on record. Silence is what this project exists against (FOB 2014-19), so every telling is an entry.
 */
@Singleton
public class FollowUpJobs {

    private static final Logger LOG = Logger.getLogger(FollowUpJobs.class);

    /** In one transaction; the rest follows at once. */
    private static final int AT_ONCE = 200;

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final FollowUps followUps;
    private final RegisteredMeasures measures;
    private final FollowUpRegister register;
    private final FollowUpBook book;
    private final FollowUpClock times;
    private final TellingGrounds grounds;
    private final Gate gate;
    private final Epochs epochs;
    private final Clock clock;

    FollowUpJobs(
            FollowUps followUps,
            RegisteredMeasures measures,
            FollowUpRegister register,
            FollowUpBook book,
            FollowUpClock times,
            TellingGrounds grounds,
            Gate gate,
            Epochs epochs,
            Clock clock) {
        this.followUps = followUps;
        this.measures = measures;
        this.register = register;
        this.book = book;
        this.times = times;
        this.grounds = grounds;
        this.gate = gate;
        this.epochs = epochs;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rettidig.follow-up.every:1m}",
            delayed = "${rettidig.follow-up.delay:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void now() {
        run(clock.instant());
    }

    /** Does everything that is due by the moment. */
    public void run(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MILLIS); // as moments are stored (ADR 0023)
        for (MunicipalityCode municipality : QuarkusTransaction.requiringNew().call(followUps::municipalities)) {
            boolean look = isAnyDue(municipality, now)
                    || QuarkusTransaction.requiringNew().call(() -> measures.anyNew(municipality));
            if (look) {
                look(municipality, now);
                if (isAnyDue(municipality, now) && grounds.permit(municipality)) {
                    all(() -> comeBack(municipality, now));
                    all(() -> tell(municipality, now));
                }
            }
        }
    }

    private boolean isAnyDue(MunicipalityCode municipality, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> followUps.anyDue(municipality, now));
    }

    /** Before anybody is told: what is registered needs no telling. When the gate does not permit it, people are told all the same. */
    private void look(MunicipalityCode municipality, Instant now) {
        try {
            gate.demand(Request.plain(
                    SCHEDULER, Action.READ_REGISTERED_MEASURES, Purpose.ADMINISTRATION, Optional.of(municipality)));
        } catch (RefusedFault refused) {
            LOG.warnf(
                    "follow-up goes on without the measures on record: %s",
                    refused.errorCode().code());
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            epochs.hold(municipality.value());
            measures.looked(municipality);
            for (RegisteredMeasures.Seen seen : measures.look(municipality, register.kinds())) {
                followUps
                        .find(municipality, seen.followUp())
                        .flatMap(this::held)
                        .ifPresent(filed -> file(filed, seen, now));
            }
        });
    }

    private void file(Filed filed, RegisteredMeasures.Seen seen, Instant now) {
        if (seen.retracted()) {
            book.forget(SCHEDULER, filed, seen.measure(), now);
        } else {
            book.measure(SCHEDULER, filed, seen.measure(), now);
        }
    }

    private static void all(IntSupplier some) {
        int done = AT_ONCE;
        while (done == AT_ONCE) {
            done = QuarkusTransaction.requiringNew().call(some::getAsInt);
        }
    }

    /** As it is when nobody else can write it any more: a person may have closed it a moment ago. */
    private Optional<Filed> held(Filed filed) {
        FollowUp followUp = filed.followUp();
        followUps.hold(followUp.municipality(), followUp.child());
        return followUps.find(followUp.municipality(), followUp.id());
    }

    private int comeBack(MunicipalityCode municipality, Instant now) {
        epochs.hold(municipality.value());
        List<Filed> due = followUps.comingBack(municipality, now, AT_ONCE);
        for (Filed each : due) {
            held(each)
                    .ifPresent(filed -> filed.followUp()
                            .backAt()
                            .filter(at -> !at.isAfter(now))
                            .ifPresent(at -> book.list(SCHEDULER, filed, at, FollowUpEvent.Why.TIME_OVER, now)));
        }
        return due.size();
    }

    private int tell(MunicipalityCode municipality, Instant now) {
        epochs.hold(municipality.value());
        book.gather();
        List<Filed> due = followUps.toTell(municipality, now, AT_ONCE);
        due.forEach(filed -> tell(filed, now));
        followUps.write();
        return due.size();
    }

    private void tell(Filed filed, Instant now) {
        Filed told = filed;
        for (FollowUpClock.Alarm alarm : times.alarms(filed)) {
            if (!alarm.at().isAfter(now)) {
                told = book.tell(SCHEDULER, told, alarm.step(), "", alarm.at(), now);
            }
        }
        book.reckon(told);
    }
}
