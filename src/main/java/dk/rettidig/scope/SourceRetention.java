package dk.rettidig.scope;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.law.RetentionRules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Erases what sources call children who left scope, within the hours that {@code policies/retention.yaml} gives. */
@ApplicationScoped
class SourceRetention implements Retained {

    /** The job runs every half hour: an hour less than the limit keeps it, also when one run fails. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final SourcePairs pairs;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    SourceRetention(SourcePairs pairs, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.pairs = pairs;
        this.rules = rules;
        this.erasure = erasure;
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
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = pairs.erase(municipality, before);
            return new GatedErasure.Gone(erased, new ScopeEvent.SourcePairsErased(municipality, Band.of(erased)));
        });
    }

    @Scheduled(every = "30m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
