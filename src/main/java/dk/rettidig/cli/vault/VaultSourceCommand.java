package dk.rettidig.cli.vault;

import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.SourceOptions;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.cli.vault.HandoverOptions.Open;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.vault.VaultEntry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vault source}: what sources with a domain of their own call the children. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the service what each --source calls the children of the vault, so that its deliveries are understood:",
            "asks the authority for whoever has no name there yet and delivers all pairs. Give it again at any time; a later",
            "epoch of a source ends its former one."
        })
final class VaultSourceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    private HandoverOptions options = new HandoverOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(spec, open -> {
            if (!sources.areNamed()) {
                throw new IllegalArgumentException("Name at least one --source DOMAIN=FILE.");
            }
            for (Target target : sources.targets(open.client().domain(), options.authority())) {
                tell(open, new SourceNames(open.client(), target));
            }
            return 0;
        });
    }

    private static void tell(Open open, SourceNames source)
            throws AskException, HandoverException, IOException, InterruptedException {
        List<VaultEntry> left = source.outstanding(open.vault());
        for (int from = 0; from < left.size(); from += Blinding.LARGEST_BATCH) {
            source.ask(left.subList(from, Math.min(left.size(), from + Blinding.LARGEST_BATCH)))
                    .forEach(open.vault()::put);
            open.vault().save();
        }
        Parcel parcel = source.all(open.vault());
        Receipt receipt = open.courier().send(parcel);
        int former = source.endFormer(open.vault());
        open.vault().save();
        open.console()
                .good(source.domain() + ": " + left.size() + " nye navne, "
                        + parcel.pairs().size() + " leveret / new names, delivered");
        if (former > 0) {
            open.console().detail(former + " navne af tidligere epoker taget ud / names of former epochs taken out");
        }
        open.console().detail("omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex());
    }
}
