package dk.rettidig.conversion;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scope.Band;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Erases former pseudonyms when no run of before the conversion can be proven any more. Nothing links the two names then. */
@ApplicationScoped
class FormerRetention implements Retained {

    private final Conversions conversions;
    private final RetentionRules rules;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    FormerRetention(Conversions conversions, RetentionRules rules, Gate gate, Ledger ledger, Clock clock) {
        this.conversions = conversions;
        this.rules = rules;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "former_pseudonym";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(conversions::withFormer).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        Actor scheduler = new Actor.Scheduler();
        gate.demand(Request.plain(scheduler, Action.ERASE, Purpose.ADMINISTRATION, Optional.of(municipality))
                .with("retention_class", retentionClass()));
        return QuarkusTransaction.requiringNew().call(() -> {
            int erased = conversions.eraseFormer(municipality, before);
            if (erased > 0) {
                ledger.append(scheduler, new ConversionEvent.FormerErased(municipality, Band.of(erased)));
            }
            return erased;
        });
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
