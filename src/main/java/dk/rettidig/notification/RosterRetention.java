package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Erases periods of the duty roster whose time is over. */
@Singleton
class RosterRetention implements Retained {

    private final DutyRoster roster;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    RosterRetention(DutyRoster roster, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.roster = roster;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "duty_roster";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(roster::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = roster.eraseEnded(municipality, before);
            return new GatedErasure.Gone(erased, new RosterEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
