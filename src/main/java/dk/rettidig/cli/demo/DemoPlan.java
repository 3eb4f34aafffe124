package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.law.calendar.Due;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

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
        return today().minusDays(1);
    }

    /** The day in Denmark. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Due.DENMARK);
    }

    /** The same with the clock that the service goes by. */
    DemoPlan goingBy(Clock other) {
        return new DemoPlan(
                port, managementPort, children, seed, home, password, once, database, console, other, startedNanos);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Where the service answers whether it is ready. */
    URI management() {
        return URI.create("http://127.0.0.1:" + managementPort + "/");
    }
}
