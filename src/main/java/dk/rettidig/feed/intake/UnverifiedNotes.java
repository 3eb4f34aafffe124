package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.ledger.Ledger;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** Attempts whose note could not be verified: counted per minute, each past minute entered once. */
@ApplicationScoped
public class UnverifiedNotes {

    private static final Logger LOG = Logger.getLogger(UnverifiedNotes.class);

    private final Clock clock;
    private final Ledger ledger;
    private final NavigableMap<Instant, Long> minutes = new ConcurrentSkipListMap<>();

    UnverifiedNotes(Clock clock, Ledger ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Counts one attempt, now. */
    public void count() {
        minutes.merge(clock.instant().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
    }

    /** Enters the minutes that are over. What cannot be entered now is entered the next time. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void flush() {
        Instant current = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (Instant minute : minutes.headMap(current).keySet()) {
            Long attempts = minutes.get(minute);
            if (attempts != null) {
                ledger.appendCommitted(new Actor.Scheduler(), new FeedEvent.NotesUnverified(minute, attempts));
                minutes.remove(minute);
                LOG.warnf("notes unverified attempts=%d", attempts);
            }
        }
    }
}
