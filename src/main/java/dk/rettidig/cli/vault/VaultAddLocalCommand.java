package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vault add-local}: a child without a CPR number, or not born yet. */
@Command(
        name = "add-local",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a child without a CPR number, or not born yet, under a local id, and shows the id.",
            "When the child has a number, a person merges the two."
        })
final class VaultAddLocalCommand implements Callable<Integer> {

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

    @Option(names = "--expected", paramLabel = "DATE", description = "The day on which the child is expected.")
    private @Nullable String expected;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The municipality's own id, at most 64 characters; left out, a new one is drawn.")
    private @Nullable String id;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen")));
        return VaultStep.run(spec, console, () -> {
            VaultIdentity.Local local = local();
            LocalDate until = VaultAddCommand.until(expires, today);
            String reason = VaultAddCommand.reason(why);
            Optional<LocalDate> birth = Optional.ofNullable(expected).map(LocalDate::parse);
            try (SigningKey key = KeyFile.signingKey(authority.keyFile());
                    AuthorityClient client = authority.client(key, Clock.systemUTC());
                    VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(options.file(), secret, today)) {
                Pseudonym pseudonym = ask(vault, client, local);
                VaultEntry entry = new VaultEntry(client.domain(), pseudonym, local, until, reason).expected(birth);
                boolean fresh = vault.admit(entry, today);
                vault.save();
                console.good((fresh ? "Tilføjet / added: " : "Forlænget / extended: ") + local.id());
                return 0;
            }
        });
    }

    private VaultIdentity.Local local() {
        if (id == null) {
            return VaultIdentity.Local.fresh(new SecureRandom());
        }
        if (!Admission.isLocalId(id)) {
            throw new IllegalArgumentException(
                    "--id is 1 to 64 letters, digits and signs without blanks, and nothing that could be a CPR number.");
        }
        return new VaultIdentity.Local(id);
    }

    private static Pseudonym ask(Vault vault, AuthorityClient client, VaultIdentity.Local local)
            throws AskException, InterruptedException {
        VaultAddCommand.requireMunicipality(vault, client);
        return client.ask(List.of(local.input())).getFirst();
    }
}
