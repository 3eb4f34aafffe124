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

/** Erases how screenings ended of children who left scope, within the hours that {@code policies/retention.yaml} gives. */
@ApplicationScoped
public class ConclusionRetention implements Retained {

    /** The job runs every half hour: an hour less than the limit keeps it, also when one run fails. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Conclusions conclusions;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    ConclusionRetention(Conclusions conclusions, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.conclusions = conclusions;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "conclusion";
    }

    /** A conclusion is kept, and taken, while its scope has not ended or ended later than this. */
    public Instant heldSince(Instant now) {
        return now.minus(rules.keep(retentionClass())).plus(MARGIN);
    }

    @Override
    public int eraseDue(Instant now) {
        return QuarkusTransaction.requiringNew().call(conclusions::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, heldSince(now)))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            int erased = conclusions.erase(municipality, before);
            return new GatedErasure.Gone(erased, new ScopeEvent.ConclusionsErased(municipality, Band.of(erased)));
        });
    }

    @Scheduled(every = "30m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
