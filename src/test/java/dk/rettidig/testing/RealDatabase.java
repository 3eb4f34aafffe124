package dk.rettidig.testing;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Starts one embedded PostgreSQL for the whole test run, with fsync on and both roles. Use with {@code
 * @QuarkusTestResource(RealDatabase.class)}; with the argument {@code statements} PostgreSQL writes down every statement
 * ({@link StatementLog}).
 */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    /** Name of the argument with which PostgreSQL writes down every statement. */
    public static final String STATEMENTS = "statements";

    private static final AtomicReference<@Nullable EmbeddedDatabase> RUNNING = new AtomicReference<>();
    private static final AtomicReference<@Nullable Path> CLUSTER = new AtomicReference<>();

    private boolean statements;

    @Override
    public void init(Map<String, String> arguments) {
        statements = arguments.containsKey(STATEMENTS);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("rettidig-test");
            CLUSTER.set(home.resolve("postgres"));
            if (statements) {
                StatementLog.prepare(home.resolve("postgres"));
            }
            EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
            RUNNING.set(database);
            // Whatever ends the tests, PostgreSQL does not outlive them.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (Files.exists(home.resolve("postgres").resolve("postmaster.pid"))) {
                    close(database);
                }
            }));
            DomainKeys.create(home.resolve("domain-keys"));
            return Map.of(
                    "rettidig.process",
                    "service,authority",
                    "rettidig.authority.passphrase",
                    DomainKeys.PASSPHRASE,
                    "rettidig.home",
                    home.toString(),
                    "rettidig.database.url",
                    database.url(),
                    "rettidig.database.user",
                    EmbeddedDatabase.APPLICATION,
                    "rettidig.database.owner-user",
                    EmbeddedDatabase.OWNER);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** The running database, for tests that look at it or tamper with it as superuser. */
    public static EmbeddedDatabase database() {
        EmbeddedDatabase database = RUNNING.get();
        if (database == null) {
            throw new IllegalStateException("the test does not name RealDatabase as its resource");
        }
        return database;
    }

    /** The directory of the running database's cluster. */
    static Path cluster() {
        Path cluster = CLUSTER.get();
        if (cluster == null) {
            throw new IllegalStateException("the test does not name RealDatabase as its resource");
        }
        return cluster;
    }

    @Override
    public void stop() {
        EmbeddedDatabase database = RUNNING.getAndSet(null);
        if (database != null) {
            close(database);
        }
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
