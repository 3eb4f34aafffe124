package dk.rettidig.feed.intake;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scope.Band;
import dk.rettidig.scope.ScopeEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Erases the observations of children who left scope, within the hours that {@code policies/retention.yaml} gives. */
@ApplicationScoped
class ObservationRetention implements Retained {

    /** The job runs every half hour: an hour less than the limit keeps it, also when one run fails. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int LONGEST_SECONDS = 3_600;

    private final ScopedRows rows;
    private final RetentionRules rules;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    ObservationRetention(ScopedRows rows, RetentionRules rules, Gate gate, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.gate = gate;
        this.ledger = ledger;
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
        gate.demand(Request.plain(
                        new Actor.Scheduler(),
                        Action.ERASE,
                        Purpose.ADMINISTRATION,
                        Optional.of(holding.municipality()))
                .with("retention_class", retentionClass()));
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            int erased = rows.erase(holding, endedBefore);
            if (erased > 0) {
                ledger.append(
                        new Actor.Scheduler(),
                        new ScopeEvent.ObservationsErased(holding.municipality(), holding.basis(), Band.of(erased)));
            }
            return erased;
        });
    }

    @Scheduled(every = "30m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
