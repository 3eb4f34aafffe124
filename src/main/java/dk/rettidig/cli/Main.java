package dk.rettidig.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The program's one entry point. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RettidigCommand()).execute(arguments));
    }
}
