package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.database.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Path;

/**
 * What one demonstration runs with.
 *
 * @param startedNanos {@link System#nanoTime} at the start of the command
 */
record DemoPlan(
        int port,
        int children,
        long seed,
        Path home,
        String password,
        boolean once,
        EmbeddedDatabase database,
        Console console,
        long startedNanos) {

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
