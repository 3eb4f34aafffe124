package dk.rettidig.ledger;

import dk.rettidig.ledger.Ledger.Covered;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where those who append and those who wait for a checkpoint meet the sequencer: a commit wakes it, its publication wakes
 * them. While somebody waits the database is asked as well, since the sequencer may live in another replica.
 */
@Singleton
public class Publications {

    /** How often a waiting thread asks on its own; a publication in this process wakes it at once. */
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final Log log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final Condition news = lock.newCondition();
    private boolean pending;
    private long publishedCount;

    /** Waits on what the log says is published. */
    public Publications(Log log) {
        this.log = log;
    }

    /** Something was appended and committed. */
    void appended() {
        lock.lock();
        try {
            pending = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A checkpoint was published by this process. */
    void published() {
        lock.lock();
        try {
            publishedCount++;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to be appended by this process, at most so long; says whether there was. */
    boolean awaitNews(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!pending && left > 0) {
                left = news.awaitNanos(left);
            }
            boolean there = pending;
            pending = false;
            return there;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a published checkpoint covers the append. */
    Covered await(AppendId id, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long seen = count();
        Optional<Covered> covered = ask(id);
        while (covered.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !pause(seen, Math.min(left, ASK_EVERY.toNanos()))) {
                throw new LedgerFault(LedgerErrorCode.NOT_COVERED_IN_TIME);
            }
            seen = count();
            covered = ask(id);
        }
        return covered.get();
    }

    private Optional<Covered> ask(AppendId id) {
        try {
            return log.covering(id);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.NOT_COVERED_IN_TIME, failure);
        }
    }

    private long count() {
        lock.lock();
        try {
            return publishedCount;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a publication after the ones seen; false when the thread is told to stop. */
    private boolean pause(long seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (publishedCount == seen && left > 0) {
                left = published.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
