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
 * @QuarkusTestResource(RealDatabase.class)}.
 */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private static final AtomicReference<@Nullable EmbeddedDatabase> RUNNING = new AtomicReference<>();

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("rettidig-test");
            EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
            RUNNING.set(database);
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

    @Override
    public void stop() {
        EmbeddedDatabase database = RUNNING.getAndSet(null);
        if (database != null) {
            try {
                database.close();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }
}
