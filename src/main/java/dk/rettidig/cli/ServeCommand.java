package dk.rettidig.cli;

import dk.rettidig.cli.authority.AuthorityPassphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    /**
     * The command in the form that starts services, {@code serve [--home DIR]}; empty for everything else, which picocli
     * reads. Picocli's class files are of a version that no cache keeps, and it reads all commands: a tenth of a start
     * (docs/adr/0007-start-from-a-cache.md).
     */
    static Optional<ServeCommand> plain(String... arguments) {
        boolean home = arguments.length == 3 && arguments[1].equals("--home") && !arguments[2].startsWith("-");
        if (arguments.length == 0 || !arguments[0].equals("serve") || (arguments.length > 1 && !home)) {
            return Optional.empty();
        }
        ServeCommand command = new ServeCommand();
        if (home) {
            command.home = Path.of(arguments[2]);
        }
        return Optional.of(command);
    }

    @Override
    public Integer call() throws IOException {
        if (AuthorityPassphrase.given(System.getenv()) || Files.exists(home.resolve("domain-keys"))) {
            System.err.println(
                    "rettidig: a key of the pseudonym authority is configured here, and the service must never hold"
                            + " one: whoever has both can walk back from pseudonym to person. Run ./rettidig authority elsewhere,"
                            + " with another home, and remove " + AuthorityPassphrase.FILE + ", "
                            + AuthorityPassphrase.VALUE
                            + " and " + home.resolve("domain-keys") + " from here.");
            return 1;
        }
        ServiceStart.run(home);
        return 0;
    }
}
