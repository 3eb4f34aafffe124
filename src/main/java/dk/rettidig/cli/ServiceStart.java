package dk.rettidig.cli;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;

/** Starts a server process, on an embedded database when none is configured, until it is told to stop. */
final class ServiceStart {

    private ServiceStart() {}

    /**
     * Starts and waits.
     *
     * @param home where keys and the embedded database live
     */
    static void run(Path home) throws IOException {
        System.setProperty("rettidig.home", home.toString());
        NativeLibraries.keepIn(home.resolve("native"));
        ServiceSecrets.prepare(home, System.getenv());
        if (System.getProperty("rettidig.database.url") == null && System.getenv("RETTIDIG_DATABASE_URL") == null) {
            EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
            database.configureService();
            Shutdown.stopThenClose(database);
        }
        Quarkus.run();
    }
}
