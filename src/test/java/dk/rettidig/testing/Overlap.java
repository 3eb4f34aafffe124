package dk.rettidig.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two transactions of which the second meets what the first has written and not yet committed, and has to wait for it. */
public final class Overlap {

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private Overlap() {}

    /** How the first transaction ends. */
    public enum End {
        COMMIT,
        ROLLBACK
    }

    /** What came out of both. */
    public record Both<T>(T first, T second) {}

    /** Runs the first, then the second until it waits for a lock; ends the first; lets the second go on. */
    public static <T> Both<T> of(Callable<T> first, End end, Callable<T> second) throws Exception {
        return of(() -> {}, first, end, second);
    }

    /** The same, where the second does something in its transaction before the first begins. */
    public static <T> Both<T> of(Runnable secondBefore, Callable<T> first, End end, Callable<T> second)
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<T> later =
                    other.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        secondBefore.run();
                        begun.countDown();
                        goOn.await();
                        return second.call();
                    }));
            begun.await();
            T earlier = ended(end, () -> {
                T result = first.call();
                goOn.countDown();
                awaitWaiting();
                return result;
            });
            return new Both<>(earlier, later.get());
        }
    }

    private static <T> T ended(End end, Callable<T> work) throws Exception {
        QuarkusTransaction.begin();
        try {
            return work.call();
        } finally {
            if (end == End.COMMIT) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
            }
        }
    }

    private static void awaitWaiting() throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet waiting = statement.executeQuery(
                        "select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock')")) {
                    waiting.next();
                    if (waiting.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw new IllegalStateException("the second transaction does not wait for the first");
    }
}
