package dk.rettidig.cli;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Stops the service first and its embedded database last, whatever signal ends the process. */
final class Shutdown {

    private static final Logger LOG = Logger.getLogger(Shutdown.class);

    private Shutdown() {}

    static void stopThenClose(EmbeddedDatabase database) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("rettidig-shutdown").unstarted(() -> {
                    Quarkus.blockingExit();
                    close(database);
                }));
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException failure) {
            LOG.warn("the embedded PostgreSQL did not stop cleanly; it recovers at its next start", failure);
        }
    }
}
