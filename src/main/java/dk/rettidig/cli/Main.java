package dk.rettidig.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import picocli.CommandLine;

/** The program's one entry point. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String... arguments) {
        System.exit(ServeCommand.plain(arguments)
                .map(Main::serve)
                .orElseGet(() -> new CommandLine(new RettidigCommand()).execute(arguments)));
    }

    private static int serve(ServeCommand command) {
        try {
            return command.call();
        } catch (IOException failure) {
            System.err.println("rettidig: the service does not start: " + failure.getMessage());
            return 1;
        }
    }
}
