package dk.rettidig.cli.companion;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.cli.pseudonymise.Patience;
import dk.rettidig.cli.pseudonymise.SourceOptions;
import dk.rettidig.cli.vault.SourceNames;
import dk.rettidig.cli.vault.VaultOptions;
import dk.rettidig.cli.vault.VaultStep;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code companion}: runs until it is told to stop. */
@Command(
        name = "companion",
        mixinStandardHelpOptions = true,
        description = {
            "Følgeprogrammet ved rådgiverens skrivebord: fra CPR-nummer til pseudonym, uden at nummeret forlader maskinen.",
            "The companion at a caseworker's desk: from CPR number to pseudonym; the number never leaves the machine.",
            "Listens on the loopback address only. Exit codes: 0 stopped, 1 refused, 2 usage."
        })
public final class CompanionCommand implements Callable<Integer> {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    private static final int LONGEST_IDLE = 8 * 60;
    private static final int SHORTEST_TOKEN = 32;
    private static final int HIGHEST_PORT = 65_535;

    /** Seconds that a request may take to arrive; a property of the JDK's server. */
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private ServiceChoice service = new ServiceChoice();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8082",
            description = "Default 8082; 0 takes a free one.")
    private int port = 8082;

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "The loopback address; no other is taken.")
    private String address = "127.0.0.1";

    @Option(
            names = "--idle",
            paramLabel = "MINUTES",
            defaultValue = "15",
            description = "Without use for so long, the passphrase is asked for again (default 15, at most 480).")
    private int idle = 15;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Lets programs on this machine in (POST /api/pseudonyms) by the token in this file; made when it is"
                            + " not there, readable by its owner only.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        return VaultStep.run(spec, console, () -> {
            checkOptions();
            Clock clock = Clock.systemUTC();
            Optional<String> token = token();
            try (SigningKey key = KeyFile.signingKey(authority.keyFile());
                    SigningKey signing = service.key();
                    AuthorityClient client = authority.client(key, Patience.AT_A_PAGE, clock);
                    VaultSecret secret = options.secret(false)) {
                checkVault(secret, client);
                VaultDoor door =
                        new VaultDoor(options.file(), secret, Duration.ofMinutes(idle), options.byKeyFile(), clock);
                return run(
                        console,
                        new Companion.Parts(
                                door,
                                client,
                                service.post(signing, clock),
                                new SourceDesk(door, names(client), service.sourcePost(signing, clock)),
                                service.redemption(signing, clock),
                                service.service(),
                                token,
                                clock));
            }
        });
    }

    private void checkOptions() {
        if (!LOOPBACK.contains(address)) {
            throw new IllegalArgumentException(
                    "--address: the companion listens on the loopback address only, because the"
                            + " numbers must not leave this machine.");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port is 0 to " + HIGHEST_PORT + ".");
        }
        if (idle < 1 || idle > LONGEST_IDLE) {
            throw new IllegalArgumentException("--idle is 1 to " + LONGEST_IDLE + " minutes.");
        }
        service.check();
        if (sources.areNamed() && !service.sends()) {
            throw new IllegalArgumentException("--source needs --service and --sign-key: names are delivered at once.");
        }
    }

    private List<SourceNames> names(AuthorityClient client) throws IOException {
        return sources.targets(client.domain(), authority).stream()
                .map(target -> new SourceNames(client, target))
                .toList();
    }

    private Optional<String> token() throws SealException {
        if (tokenFile == null) {
            return Optional.empty();
        }
        String token = KeyFile.secretOrNew(tokenFile, Secrets::fresh).strip();
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("--token-file holds at least " + SHORTEST_TOKEN
                    + " characters; name a file that is not there, and one is made.");
        }
        return Optional.of(token);
    }

    /** A wrong passphrase or a foreign domain ends the start, not the first visit. */
    private void checkVault(VaultSecret secret, AuthorityClient client) throws IOException, VaultException {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/Copenhagen")));
        try (Vault vault = Vault.open(options.file(), secret, today)) {
            if (!client.domain().municipality().equals(vault.municipality())) {
                throw new IllegalArgumentException("The domain is not of the vault's municipality.");
            }
            if (client.domain().source().isPresent()) {
                throw new IllegalArgumentException("--domain is the municipality's, not a source's.");
            }
        }
    }

    private int run(Console console, Companion.Parts parts) throws IOException, InterruptedException {
        System.setProperty(REQUEST_SECONDS, "30");
        try (Companion companion = Companion.start(parts, port)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(companion::close));
            console.good("Følgeprogrammet kører på denne maskine alene. / The companion runs on this machine alone.");
            console.line(
                    "Åbn dette link i browseren; det virker én gang: / Open this link in the browser; it works once:");
            console.line(companion.startLink().toString());
            newLinksOnRequest(console, companion);
            new CountDownLatch(1).await();
            return 0;
        } catch (BindException taken) {
            console.bad(
                    "Port " + port + " er i brug. Kører følgeprogrammet allerede? Vælg ellers en anden med --port.");
            console.detail(
                    "Port " + port + " is in use. Does the companion run already? Else choose another with --port.");
            return 1;
        }
    }

    /** At a terminal each press of Enter gives a new link, for another browser or one that was closed. */
    private static void newLinksOnRequest(Console console, Companion companion) {
        Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .ifPresent(terminal -> {
                    console.note("Enter giver et nyt link, Ctrl-C standser. / Enter gives a new link, Ctrl-C stops.");
                    while (terminal.readLine() != null) {
                        console.line(companion.startLink().toString());
                    }
                });
    }
}
