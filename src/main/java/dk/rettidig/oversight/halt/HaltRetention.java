package dk.rettidig.oversight.halt;

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
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Erases halts that have ended: the case system has the case, and the ledger that there was one. */
@Singleton
class HaltRetention implements Retained {

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Halts halts;
    private final RetentionRules rules;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    HaltRetention(Halts halts, RetentionRules rules, Gate gate, Ledger ledger, Clock clock) {
        this.halts = halts;
        this.rules = rules;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "halt_ended";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(halts::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        gate.demand(Request.plain(SCHEDULER, Action.ERASE, Purpose.ADMINISTRATION, Optional.of(municipality))
                .with("retention_class", retentionClass()));
        return QuarkusTransaction.requiringNew().call(() -> {
            int erased = halts.eraseEnded(municipality, before);
            if (erased > 0) {
                ledger.append(SCHEDULER, new HaltEvent.Erased(municipality, erased));
            }
            return erased;
        });
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
