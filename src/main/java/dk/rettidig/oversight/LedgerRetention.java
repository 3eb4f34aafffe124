package dk.rettidig.oversight;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.Retained;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has the ledger erase what stands behind commitments and handles when its time is over: it cannot ask the gate itself. */
@Singleton
class LedgerRetention {

    private static final Set<String> CLASSES = Set.of("ledger_commitment", "ledger_identity");

    private final List<Retained> retained;
    private final Gate gate;
    private final Clock clock;

    LedgerRetention(@All List<Retained> retained, Gate gate, Clock clock) {
        this.retained = retained;
        this.gate = gate;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "8m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void daily() {
        eraseDue(clock.instant());
    }

    /** Erases what is due; returns how many rows. */
    int eraseDue(Instant now) {
        int erased = 0;
        for (Retained rows : retained) {
            if (CLASSES.contains(rows.retentionClass())) {
                gate.demand(Request.plain(new Actor.Scheduler(), Action.ERASE, Purpose.ADMINISTRATION, Optional.empty())
                        .with("retention_class", rows.retentionClass()));
                erased += rows.eraseDue(now);
            }
        }
        return erased;
    }
}
