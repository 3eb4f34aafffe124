package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TargetOptions;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vault rotate}: from the key of one epoch to that of the next. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Changes to the next epoch's key: asks the authority for every child under both keys, delivers the pairs to the",
            "service and takes the old pseudonyms out when its receipt is there. Stopped anywhere, give it again."
        })
final class VaultRotateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private TargetOptions to = new TargetOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.system();
        Clock clock = Clock.systemUTC();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Copenhagen")));
        return VaultStep.run(spec, console, () -> {
            try (SigningKey clientKey = KeyFile.signingKey(authority.keyFile());
                    SigningKey serviceKey = service.key();
                    AuthorityClient client = authority.client(clientKey, clock);
                    ConversionCourier courier = new ConversionCourier(service.url(), serviceKey, clock);
                    VaultSecret secret = options.secret(false);
                    Vault vault = Vault.open(options.file(), secret, today)) {
                Target target = to.target(client.domain(), authority);
                rotate(new Rotation(vault, client, target), client.domain(), target.domain(), courier, console);
                return 0;
            }
        });
    }

    private static void rotate(
            Rotation rotation, PseudonymDomain from, PseudonymDomain to, ConversionCourier courier, Console console)
            throws AskException, HandoverException, IOException, InterruptedException {
        console.note(rotation.ask() + " børn omsat / children converted");
        String entry = deliver(new Parcel(ConversionKind.ROTATION, from, to, rotation.pairs(), ""), courier);
        console.good(rotation.finish() + " gamle pseudonymer taget ud, nu " + to + " / old pseudonyms taken out, now");
        console.detail(entry);
    }

    /** The entry of the receipt. A lost answer to an earlier try shows as an epoch that is there already. */
    private static String deliver(Parcel parcel, ConversionCourier courier)
            throws HandoverException, InterruptedException {
        try {
            Receipt receipt = courier.send(parcel);
            return "omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex();
        } catch (HandoverException refused) {
            boolean there = refused.code().equals("pseudonym_domain_not_current")
                    && refused.lines().contains(parcel.to().text());
            if (!there) {
                throw refused;
            }
            return "tjenesten er allerede i / the service is already in " + parcel.to();
        }
    }
}
