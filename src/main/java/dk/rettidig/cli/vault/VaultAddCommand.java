package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vault add}: children who came into scope. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Adds children who came into scope: CPR numbers one a line, from a file or from standard input.",
            "All or none: a line that is no number, or an adult's, is named and nothing is added."
        })
final class VaultAddCommand implements Callable<Integer> {

    /** Longest that an entry may stay: childhood and aftercare. Years. */
    private static final int LONGEST_YEARS = 23;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Option(names = "--expires", required = true, paramLabel = "DATE", description = "The first day without the entry.")
    private String expires = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The case or notification.")
    private String why = "";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Numbers, one a line; - is standard input.")
    private Path input = Path.of("-");

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen")));
        return VaultStep.run(spec, console, () -> {
            LocalDate until = until(today);
            NumberList numbers = numbers(today);
            if (!numbers.isSound()) {
                numbers.show(console);
                return 1;
            }
            try (SigningKey key = KeyFile.signingKey(authority.keyFile());
                    AuthorityClient client = authority.client(key, Clock.systemUTC());
                    VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(options.file(), secret, today)) {
                add(vault, client, numbers.numbers(), until);
                vault.save();
                console.good(numbers.numbers().size() + " børn tilføjet eller forlænget, " + vault.size()
                        + " i alt / children added or extended, in all");
                return 0;
            }
        });
    }

    private LocalDate until(LocalDate today) {
        LocalDate until = LocalDate.parse(expires);
        if (!until.isAfter(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new IllegalArgumentException("--expires is a later day, within " + LONGEST_YEARS + " years.");
        }
        return until;
    }

    private NumberList numbers(LocalDate today) throws IOException {
        if (input.toString().equals("-")) {
            return NumberList.read(System.in, today.minusYears(LONGEST_YEARS));
        }
        try (InputStream in = Files.newInputStream(input)) {
            return NumberList.read(in, today.minusYears(LONGEST_YEARS));
        }
    }

    private void add(Vault vault, AuthorityClient client, List<CprNumber> numbers, LocalDate until)
            throws AskException, InterruptedException {
        if (!client.domain().municipality().equals(vault.municipality())) {
            throw new IllegalArgumentException("The domain is not of the vault's municipality.");
        }
        for (int from = 0; from < numbers.size(); from += Blinding.LARGEST_BATCH) {
            List<CprNumber> batch = numbers.subList(from, Math.min(numbers.size(), from + Blinding.LARGEST_BATCH));
            List<Pseudonym> pseudonyms =
                    client.ask(batch.stream().map(CprNumber::input).toList());
            for (int i = 0; i < batch.size(); i++) {
                vault.put(new VaultEntry(
                        client.domain(), pseudonyms.get(i), new VaultIdentity.Numbered(batch.get(i)), until, why));
            }
        }
    }
}
