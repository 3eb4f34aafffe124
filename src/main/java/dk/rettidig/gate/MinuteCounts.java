package dk.rettidig.gate;

import dk.rettidig.access.Actor;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerFault;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Counts decisions that are not entered one by one, and enters the counts each minute and at the end. */
@ApplicationScoped
class MinuteCounts {

    private static final Logger LOG = Logger.getLogger(MinuteCounts.class);

    private final Ledger ledger;
    private final Clock clock;
    private final Object lock = new Object();
    /** One flush at a time: whoever comes second, at the end of the service for one, finds everything entered. */
    private final ReentrantLock turn = new ReentrantLock();

    private Map<Counted, Long> counts = new HashMap<>();
    private Instant since;

    MinuteCounts(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.since = clock.instant();
    }

    private record Counted(PolicyDigest policy, String actorKind, String action, String outcome) {}

    void count(Question question, Evaluation evaluation) {
        Counted key = new Counted(
                evaluation.policy(), question.actor().id(), question.action().id(), evaluation.outcome());
        synchronized (lock) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void flush() {
        turn.lock();
        try {
            enterAll();
        } finally {
            turn.unlock();
        }
    }

    private void enterAll() {
        Map<Counted, Long> taken;
        Instant from;
        Instant to = clock.instant();
        synchronized (lock) {
            taken = counts;
            from = since;
            counts = new HashMap<>();
            since = to;
        }
        for (Map.Entry<Counted, Long> each : taken.entrySet()) {
            enter(each.getKey(), each.getValue(), from, to);
        }
    }

    /** What cannot be entered now is counted on, so that nothing is lost while the ledger is away. */
    private void enter(Counted key, long count, Instant from, Instant to) {
        try {
            ledger.appendCommitted(
                    new Actor.Scheduler(),
                    new GateEvent.Counted(key.policy(), key.actorKind(), key.action(), key.outcome(), count, from, to));
        } catch (LedgerFault unavailable) {
            LOG.warnf(
                    "counts kept for the next minute: %s",
                    unavailable.errorCode().code());
            synchronized (lock) {
                counts.merge(key, count, Long::sum);
                since = from.isBefore(since) ? from : since;
            }
        }
    }

    void last(@Observes ShutdownEvent event) {
        try {
            flush();
        } catch (RuntimeException tooLate) {
            LOG.warn("the last minute's counts could not be entered");
        }
    }
}
