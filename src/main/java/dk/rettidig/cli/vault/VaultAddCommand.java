package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.cli.pseudonymise.SourceOptions;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private ServiceChoice service = new ServiceChoice();

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
            LocalDate until = until(expires, today);
            String reason = reason(why);
            service.check(sources.areNamed());
            NumberList numbers = numbers(today);
            if (!numbers.isSound()) {
                numbers.show(console);
                return 1;
            }
            try (SigningKey key = KeyFile.signingKey(authority.keyFile());
                    AuthorityClient client = authority.client(key, Clock.systemUTC());
                    VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(options.file(), secret, today)) {
                add(vault, client, numbers.numbers(), new Stay(today, until, reason));
                vault.save();
                console.good(numbers.numbers().size() + " børn tilføjet eller forlænget, " + vault.size()
                        + " i alt / children added or extended, in all");
                return tellSources(vault, client, console);
            }
        });
    }

    /** At once when the command can; else the vault's keeper is told what is left. */
    private int tellSources(Vault vault, AuthorityClient client, Console console)
            throws AskException, HandoverException, IOException, InterruptedException, SealException {
        for (Target target : sources.targets(client.domain(), authority)) {
            SourceNames source = new SourceNames(client, target);
            List<VaultEntry> children = source.outstanding(vault);
            if (!children.isEmpty()) {
                List<VaultEntry> named = source.ask(children);
                try (SigningKey key = service.key();
                        ConversionCourier courier = service.courier(key)) {
                    courier.send(source.parcel(children, named));
                }
                named.forEach(vault::put);
                vault.save();
                console.detail(source.domain() + ": " + named.size() + " navne leveret / names delivered");
            }
        }
        SourceNames.withoutName(vault)
                .forEach((domain, count) -> console.note(count + " børn har intet navn hos " + domain
                        + ": kør vault source / children have no name there: run vault source"));
        return 0;
    }

    private record Stay(LocalDate today, LocalDate until, String why) {}

    static LocalDate until(String expires, LocalDate today) {
        return Admission.until(expires, today)
                .orElseThrow(
                        () -> new IllegalArgumentException("--expires is a later day, for instance 2027-03-01, within "
                                + Admission.LONGEST_YEARS + " years."));
    }

    static String reason(String why) {
        return Admission.why(why)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--why takes 1 to " + VaultEntry.LONGEST_WHY + " characters and no CPR number."));
    }

    static void requireMunicipality(Vault vault, AuthorityClient client) {
        if (!client.domain().municipality().equals(vault.municipality())) {
            throw new IllegalArgumentException("The domain is not of the vault's municipality.");
        }
        if (client.domain().source().isPresent()) {
            throw new IllegalArgumentException(
                    "--domain is the municipality's; domains of sources are named by --source, for 'vault source'.");
        }
    }

    private NumberList numbers(LocalDate today) throws IOException {
        if (input.toString().equals("-")) {
            return NumberList.read(System.in, today);
        }
        try (InputStream in = Files.newInputStream(input)) {
            return NumberList.read(in, today);
        }
    }

    private static void add(Vault vault, AuthorityClient client, List<CprNumber> numbers, Stay stay)
            throws AskException, InterruptedException {
        requireMunicipality(vault, client);
        for (int from = 0; from < numbers.size(); from += Blinding.LARGEST_BATCH) {
            List<VaultIdentity> batch =
                    numbers.subList(from, Math.min(numbers.size(), from + Blinding.LARGEST_BATCH)).stream()
                            .<VaultIdentity>map(VaultIdentity.Numbered::new)
                            .toList();
            List<Pseudonym> pseudonyms =
                    client.ask(batch.stream().map(VaultIdentity::input).toList());
            for (int i = 0; i < batch.size(); i++) {
                vault.admit(
                        new VaultEntry(client.domain(), pseudonyms.get(i), batch.get(i), stay.until(), stay.why()),
                        stay.today());
            }
        }
    }
}
