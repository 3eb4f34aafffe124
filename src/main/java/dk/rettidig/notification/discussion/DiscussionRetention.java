package dk.rettidig.notification.discussion;

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
import java.util.UUID;

/** Erases discussions of figures whose time is over, with all that people wrote in them. They lead to no child. */
@Singleton
class DiscussionRetention implements Retained {

    private final Discussions discussions;
    private final RetentionRules rules;
    private final GatedErasure erasure;
    private final Clock clock;

    DiscussionRetention(Discussions discussions, RetentionRules rules, GatedErasure erasure, Clock clock) {
        this.discussions = discussions;
        this.rules = rules;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String retentionClass() {
        return "figure_discussion";
    }

    @Override
    public int eraseDue(Instant now) {
        Instant before = now.minus(rules.keep(retentionClass()));
        return QuarkusTransaction.requiringNew().call(discussions::municipalities).stream()
                .mapToInt(municipality -> erase(municipality, before))
                .sum();
    }

    private int erase(MunicipalityCode municipality, Instant before) {
        return erasure.erase(retentionClass(), municipality, () -> {
            List<UUID> erased = discussions.eraseEnded(municipality, before);
            return new GatedErasure.Gone(erased.size(), new DiscussionEvent.Erased(municipality, erased));
        });
    }

    @Scheduled(every = "1h", delayed = "13m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void eraseDueNow() {
        eraseDue(clock.instant());
    }
}
