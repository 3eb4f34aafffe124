package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vault expire}: takes out what expired, and children whose scope ended early. */
@Command(
        name = "expire",
        mixinStandardHelpOptions = true,
        description = "Takes out what expired; with --pseudonyms those children too, whose scope ended early.")
final class VaultExpireCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Ended ended;

    /** Children whose scope ended. */
    static final class Ended {

        @Option(names = "--domain", required = true, paramLabel = "DOMAIN", description = "Of the pseudonyms.")
        private String domain = "";

        @Option(names = "--pseudonyms", required = true, paramLabel = "FILE", description = "Pseudonyms, one a line.")
        private Path file = Path.of("-");
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        return VaultStep.run(spec, console, () -> {
            try (VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(
                            options.file(), secret, LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen"))))) {
                int removed = remove(vault);
                console.good(vault.expiredAtOpening() + " udløbet, " + removed + " taget ud, " + vault.size()
                        + " tilbage / expired, taken out, left");
                return 0;
            }
        });
    }

    private int remove(Vault vault) throws IOException {
        if (ended == null) {
            return 0;
        }
        PseudonymDomain domain = PseudonymDomain.parse(ended.domain);
        List<Pseudonym> pseudonyms = Files.readAllLines(ended.file, StandardCharsets.US_ASCII).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Pseudonym.parse(line.strip()))
                .toList();
        int removed = 0;
        for (Pseudonym pseudonym : pseudonyms) {
            removed += vault.forget(domain, pseudonym) ? 1 : 0;
        }
        if (removed > 0) {
            vault.save();
        }
        return removed;
    }
}
