package dk.rettidig.oversight.erasure;

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

/** Erases requests for erasure that were decided long ago: the case system has the case, and the ledger that there was one. */
@Singleton
class ErasureRequestRetention implements Retained {

    private final ErasureRequests requests;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    ErasureRequestRetention(ErasureRequests requests, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "erasure_request";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(requests::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = requests.eraseDecided(municipality, before);
            return new GatedErasure.Gone(erased, new ErasureRequestEvent.RequestsErased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "8m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
