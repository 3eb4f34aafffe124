package dk.rettidig.cli;

import dk.rettidig.cli.authority.AuthorityPassphrase;
import dk.rettidig.cli.authority.NewKeyCommand;
import dk.rettidig.cli.authority.SplitKeyCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code authority}: the pseudonym authority, until it is told to stop. */
@Command(
        name = "authority",
        mixinStandardHelpOptions = true,
        description = "Starts the pseudonym authority: a process, database, key store and ledger of its own.",
        subcommands = {NewKeyCommand.class, SplitKeyCommand.class})
final class AuthorityCommand implements Callable<Integer> {

    private static final String PORT = "8081";
    private static final String MANAGEMENT_PORT = "9001";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where keys and the embedded database live (default: ${DEFAULT-VALUE}).",
            defaultValue = "rettidig-authority")
    private Path home = Path.of("rettidig-authority");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            System.setProperty(AuthorityPassphrase.PROPERTY, AuthorityPassphrase.read(System.getenv()));
        } catch (IOException missing) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("rettidig: " + missing.getMessage());
            return 1;
        }
        System.setProperty("rettidig.process", "authority");
        preset("quarkus.http.port", "QUARKUS_HTTP_PORT", PORT);
        preset("quarkus.management.port", "QUARKUS_MANAGEMENT_PORT", MANAGEMENT_PORT);
        preset("rettidig.ledger.origin", "RETTIDIG_LEDGER_ORIGIN", "rettidig.invalid/authority");
        ServiceStart.run(home);
        return 0;
    }

    /** The authority's own default, unless something else was asked for. */
    private static void preset(String property, String variable, String value) {
        if (System.getProperty(property) == null && System.getenv(variable) == null) {
            System.setProperty(property, value);
        }
    }
}
