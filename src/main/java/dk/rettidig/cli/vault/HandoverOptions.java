package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A vault, its authority and its service, as options of a command that tells the service of pseudonyms. */
final class HandoverOptions {

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    /** All three, open while the command works. */
    record Open(Vault vault, AuthorityClient client, ConversionCourier courier, Console console, LocalDate today) {}

    /** What a command does with them. */
    @FunctionalInterface
    interface Work {

        /** Does it; the exit code. */
        int with(Open open) throws IOException, InterruptedException, AskException, HandoverException;
    }

    AuthorityOptions authority() {
        return authority;
    }

    /** Opens everything, works, closes everything; the exit code. */
    int run(CommandSpec spec, Work work) throws InterruptedException {
        Console console = Console.system();
        Clock clock = Clock.systemUTC();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Copenhagen")));
        return VaultStep.run(spec, console, () -> {
            try (SigningKey clientKey = KeyFile.signingKey(authority.keyFile());
                    SigningKey serviceKey = service.key();
                    AuthorityClient client = authority.client(clientKey, clock);
                    ConversionCourier courier = new ConversionCourier(service.url(), serviceKey, clock);
                    VaultSecret secret = vault.secret(false);
                    Vault opened = Vault.open(vault.file(), secret, today)) {
                VaultAddCommand.requireMunicipality(opened, client);
                return work.with(new Open(opened, client, courier, console, today));
            }
        });
    }
}
