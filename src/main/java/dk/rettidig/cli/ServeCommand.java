package dk.rettidig.cli;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the service, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the service.")
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where keys and the embedded database live (default: ${DEFAULT-VALUE}).",
            defaultValue = "rettidig-data")
    private Path home = Path.of("rettidig-data");

    @Override
    public Integer call() throws IOException {
        System.setProperty("rettidig.home", home.toString());
        ServiceSecrets.prepare(home, System.getenv());
        if (System.getProperty("rettidig.database.url") == null && System.getenv("RETTIDIG_DATABASE_URL") == null) {
            EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
            database.configureService();
            Shutdown.stopThenClose(database);
        }
        Quarkus.run();
        return 0;
    }
}
