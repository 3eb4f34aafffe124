package dk.rettidig.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program's one entry point. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String... arguments) {
        System.exit(ServeCommand.plain(arguments).map(Main::serve).orElseGet(() -> execute(arguments)));
    }

    /** Makes the one command that is named, if one is: making all of them takes longer than most of them run. */
    private static int execute(String... arguments) {
        Command all = RettidigCommand.class.getAnnotation(Command.class);
        for (Class<?> each : all.subcommands()) {
            String name = each.getAnnotation(Command.class).name();
            if (arguments.length > 0 && each != HelpCommand.class && name.equals(arguments[0])) {
                return new CommandLine(each)
                        .setCommandName(all.name() + " " + name)
                        .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
        return new CommandLine(new RettidigCommand()).execute(arguments);
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
