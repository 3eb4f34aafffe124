package dk.rettidig.oversight.halt;

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

/** Erases halts that have ended: the case system has the case, and the ledger that there was one. */
@Singleton
class HaltRetention implements Retained {

    private final Halts halts;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    HaltRetention(Halts halts, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.halts = halts;
        this.rules = rules;
        this.erasure = erasure;
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
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = halts.eraseEnded(municipality, before);
            return new GatedErasure.Gone(erased, new HaltEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
