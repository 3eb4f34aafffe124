package dk.rettidig.followup;

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

/** Erases follow-ups that are off the list and whose time is over. What is on the list stays: nothing closes by itself. */
@Singleton
class FollowUpRetention implements Retained {

    private final FollowUps followUps;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    FollowUpRetention(FollowUps followUps, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.followUps = followUps;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "follow_up_ended";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(followUps::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            List<FollowUpId> erased = followUps.eraseEnded(municipality, before);
            return new GatedErasure.Gone(erased.size(), new FollowUpEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
