package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.database.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What one demonstration runs with.
 *
 * @param startedNanos {@link System#nanoTime} at the start of the command
 */
record DemoPlan(
        int port,
        int managementPort,
        int children,
        long seed,
        Path home,
        String password,
        boolean once,
        EmbeddedDatabase database,
        Console console,
        Clock clock,
        long startedNanos) {

    /** The day as of which the registries speak and the run reads: yesterday in Denmark, so that it is over everywhere. */
    LocalDate asOf() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Copenhagen"))
                .minusDays(1);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Where the service answers whether it is ready. */
    URI management() {
        return URI.create("http://127.0.0.1:" + managementPort + "/");
    }
}
