package dk.rettidig.feed.intake;

import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.scope.Band;
import dk.rettidig.scope.ScopeEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Erases the observations of children who left scope, within the hours that {@code policies/retention.yaml} gives. */
@ApplicationScoped
class ObservationRetention implements Retained {

    /** The job runs every half hour: an hour less than the limit keeps it, also when one run fails. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final ScopedRows rows;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    ObservationRetention(ScopedRows rows, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "observation_after_scope";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant endedBefore = now.minus(rules.keep(retentionClass())).plus(MARGIN);
        int erased = 0;
        for (ScopedRows.Holding holding : QuarkusTransaction.requiringNew().call(rows::holdings)) {
            erased += erase(holding, endedBefore);
        }
        return erased;
    }

    private int erase(ScopedRows.Holding holding, Instant endedBefore) {
        return erasure.erase(retentionClass(), holding.municipality(), LONGEST, () -> {
            int erased = rows.erase(holding, endedBefore);
            return new GatedErasure.Gone(
                    erased,
                    new ScopeEvent.ObservationsErased(holding.municipality(), holding.basis(), Band.of(erased)));
        });
    }

    @Scheduled(every = "30m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
