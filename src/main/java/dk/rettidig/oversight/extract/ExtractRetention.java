package dk.rettidig.oversight.extract;

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

/** Erases extracts, released and not: who asked has the document, and the ledger its digest. */
@Singleton
class ExtractRetention implements Retained {

    private final Extracts extracts;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    ExtractRetention(Extracts extracts, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.extracts = extracts;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "extract";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(extracts::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = extracts.eraseBefore(municipality, before);
            return new GatedErasure.Gone(erased, new ExtractEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
