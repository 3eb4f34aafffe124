package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.pseudonymise.AuthorityOptions;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vault merge}: a local id that got a number, or an old number and a new one. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Two names of one child become one: --local ID and the number it got, or two lines, the old number and the new.",
            "What is known under the former is known under the new one from then on.",
            "--outstanding sends the merges that were decided in the companion and not sent yet."
        })
final class VaultMergeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private VaultOptions options = new VaultOptions();

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private OneChild child = new OneChild();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why the two are one child.")
    private String why = "";

    @Option(names = "--outstanding", description = "Sends what was decided in the companion and not sent yet.")
    private boolean outstanding;

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
                if (outstanding) {
                    return sendOutstanding(vault, courier, console);
                }
                if (why.isBlank()) {
                    throw new IllegalArgumentException("--why is needed: why the two are one child.");
                }
                List<VaultIdentity> both = child.identities(2, today);
                VaultEntry former = OneChild.entry(vault, client.domain(), both.get(0));
                List<Pseudonym> pseudonyms =
                        client.ask(both.stream().map(VaultIdentity::input).toList());
                if (!pseudonyms.get(0).equals(former.pseudonym())) {
                    throw HandoverException.otherPseudonym();
                }
                VaultEntry merged = merged(vault, former, both.get(1), pseudonyms.get(1));
                Receipt receipt = courier.send(new Parcel(
                        ConversionKind.MERGE,
                        client.domain(),
                        client.domain(),
                        List.of(new PseudonymPair(former.pseudonym(), merged.pseudonym())),
                        OneChild.occasion(former)));
                vault.put(merged);
                vault.remove(former.domain(), former.pseudonym());
                vault.save();
                console.good("de to er ét barn, " + vault.size() + " i alt / the two are one child, in all");
                console.detail("omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex());
                return 0;
            }
        });
    }

    private static int sendOutstanding(Vault vault, ConversionCourier courier, Console console)
            throws HandoverException, java.io.IOException, InterruptedException {
        List<OutstandingMerge> merges = vault.merges();
        for (OutstandingMerge merge : merges) {
            courier.send(Parcel.of(merge));
            vault.settle(merge);
            vault.save();
        }
        console.good(merges.size() + " sammenlægninger sendt / merges sent");
        return 0;
    }

    /** The entry under the new name, as long as the longer of the two. */
    private VaultEntry merged(Vault vault, VaultEntry former, VaultIdentity identity, Pseudonym pseudonym) {
        LocalDate other =
                vault.find(former.domain(), pseudonym).map(VaultEntry::expires).orElse(former.expires());
        LocalDate expires = other.isAfter(former.expires()) ? other : former.expires();
        return new VaultEntry(former.domain(), pseudonym, identity, expires, why);
    }
}
