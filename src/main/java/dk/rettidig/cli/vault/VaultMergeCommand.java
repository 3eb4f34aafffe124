package dk.rettidig.cli.vault;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.cli.vault.HandoverOptions.Open;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.io.IOException;
import java.time.LocalDate;
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
    private HandoverOptions options = new HandoverOptions();

    @Mixin
    private OneChild child = new OneChild();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why the two are one child.")
    private String why = "";

    @Option(names = "--outstanding", description = "Sends what was decided in the companion and not sent yet.")
    private boolean outstanding;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(spec, open -> outstanding ? sendOutstanding(open) : merge(open));
    }

    private int merge(Open open) throws AskException, HandoverException, IOException, InterruptedException {
        if (why.isBlank()) {
            throw new IllegalArgumentException("--why is needed: why the two are one child.");
        }
        Vault vault = open.vault();
        PseudonymDomain domain = open.client().domain();
        List<VaultIdentity> both = child.identities(2, open.today());
        VaultEntry former = OneChild.entry(vault, domain, both.get(0));
        List<Pseudonym> pseudonyms =
                open.client().ask(both.stream().map(VaultIdentity::input).toList());
        if (!pseudonyms.get(0).equals(former.pseudonym())) {
            throw HandoverException.otherPseudonym();
        }
        VaultEntry merged = merged(vault, former, both.get(1), pseudonyms.get(1));
        Receipt receipt = open.courier()
                .send(new Parcel(
                        ConversionKind.MERGE,
                        domain,
                        domain,
                        List.of(new PseudonymPair(former.pseudonym(), merged.pseudonym())),
                        OneChild.occasion(former)));
        vault.put(merged);
        vault.forget(former.domain(), former.pseudonym());
        vault.save();
        open.console().good("de to er ét barn, " + vault.size() + " i alt / the two are one child, in all");
        open.console().detail("omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex());
        return 0;
    }

    private static int sendOutstanding(Open open) throws HandoverException, IOException, InterruptedException {
        List<OutstandingMerge> merges = open.vault().merges();
        for (OutstandingMerge merge : merges) {
            open.courier().send(Parcel.of(merge));
            open.vault().settle(merge);
            open.vault().save();
        }
        open.console().good(merges.size() + " sammenlægninger sendt / merges sent");
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
