package dk.rettidig.scope;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Erases what sources call children who left scope, within the hours that {@code policies/retention.yaml} gives. */
@ApplicationScoped
class SourceRetention implements Retained {

    /** The job runs every half hour: an hour less than the limit keeps it, also when one run fails. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final SourcePairs pairs;
    private final RetentionRules rules;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    SourceRetention(SourcePairs pairs, RetentionRules rules, Gate gate, Ledger ledger, Clock clock) {
        this.pairs = pairs;
        this.rules = rules;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "source_pair";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass())).plus(MARGIN);
        return QuarkusTransaction.requiringNew().call(pairs::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        Actor scheduler = new Actor.Scheduler();
        gate.demand(Request.plain(scheduler, Action.ERASE, Purpose.ADMINISTRATION, Optional.of(municipality))
                .with("retention_class", retentionClass()));
        return QuarkusTransaction.requiringNew().call(() -> {
            int erased = pairs.erase(municipality, before);
            if (erased > 0) {
                ledger.append(scheduler, new ScopeEvent.SourcePairsErased(municipality, Band.of(erased)));
            }
            return erased;
        });
    }

    @Scheduled(every = "30m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
