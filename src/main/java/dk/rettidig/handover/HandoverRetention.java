package dk.rettidig.handover;

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
import java.util.List;

/** Erases a municipality's side of handovers that a person ended there and whose time is over. */
@Singleton
class HandoverRetention implements Retained {

    private final Handovers handovers;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    HandoverRetention(Handovers handovers, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.handovers = handovers;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "handover_ended";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(handovers::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            List<HandoverId> erased = handovers.eraseEnded(municipality, before);
            return new GatedErasure.Gone(erased.size(), new HandoverEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
