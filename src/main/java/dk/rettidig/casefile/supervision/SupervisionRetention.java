package dk.rettidig.casefile.supervision;

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

/** Erases rounds with their cases, answers and plans; the ledger keeps that they were, and how many were drawn. */
@Singleton
class SupervisionRetention implements Retained {

    private final Rounds rounds;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    SupervisionRetention(Rounds rounds, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.rounds = rounds;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "supervision_round";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(rounds::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = rounds.erase(municipality, before);
            return new GatedErasure.Gone(erased, new SupervisionEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "8m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
