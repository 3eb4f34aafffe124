package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TargetOptions;
import dk.rettidig.cli.pseudonymise.TwoPseudonyms;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultSecret;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SigningKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vault move}: a child who moved to another municipality. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = {
            "A child moved to the municipality of --to: scope here ends, and the child is taken out of the vault. The other",
            "municipality's vault adds the child by its number; nothing of its history goes there."
        })
final class VaultMoveCommand implements Callable<Integer> {

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

    @Mixin
    private OneChild child = new OneChild();

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
                VaultEntry entry = OneChild.entry(
                        vault, client.domain(), child.identities(1, today).getFirst());
                TwoPseudonyms two = client.convert(List.of(entry.identity().input()), target)
                        .getFirst();
                if (!two.from().equals(entry.pseudonym())) {
                    throw HandoverException.otherPseudonym();
                }
                Receipt receipt = courier.send(new Parcel(
                        ConversionKind.MOVE,
                        client.domain(),
                        target.domain(),
                        List.of(new PseudonymPair(two.from(), two.to())),
                        OneChild.occasion(entry)));
                vault.remove(entry.domain(), entry.pseudonym());
                vault.save();
                console.good(
                        "barnet er taget ud: omfanget her er ophørt / the child was taken out: scope here has ended");
                console.detail("omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex());
                return 0;
            }
        });
    }
}
