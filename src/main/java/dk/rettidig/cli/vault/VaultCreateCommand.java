package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultSecret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vault create}: an empty vault. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Makes an empty vault.")
final class VaultCreateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Option(names = "--municipality", required = true, paramLabel = "CODE", description = "Three digits.")
    private String municipality = "";

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        return VaultStep.run(spec, console, () -> {
            try (VaultSecret secret = options.secret(true);
                    Vault vault = Vault.create(options.file(), secret, municipality)) {
                console.good("Tomt pseudonymarkiv for kommune " + vault.municipality()
                        + " / empty vault for the municipality: " + options.file());
                return 0;
            }
        });
    }
}
