package dk.rettidig.cli.vault;

import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TargetOptions;
import dk.rettidig.cli.pseudonymise.TwoPseudonyms;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.pseudonym.vault.VaultEntry;
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
    private HandoverOptions options = new HandoverOptions();

    @Mixin
    private TargetOptions to = new TargetOptions();

    @Mixin
    private OneChild child = new OneChild();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(spec, open -> {
            Target target = to.target(open.client().domain(), options.authority());
            VaultEntry entry = OneChild.entry(
                    open.vault(),
                    open.client().domain(),
                    child.identities(1, open.today()).getFirst());
            TwoPseudonyms two = open.client()
                    .convert(List.of(entry.identity().input()), target)
                    .getFirst();
            if (!two.from().equals(entry.pseudonym())) {
                throw HandoverException.otherPseudonym();
            }
            Receipt receipt = open.courier()
                    .send(new Parcel(
                            ConversionKind.MOVE,
                            open.client().domain(),
                            target.domain(),
                            List.of(new PseudonymPair(two.from(), two.to())),
                            OneChild.occasion(entry)));
            open.vault().forget(entry.domain(), entry.pseudonym());
            open.vault().save();
            open.console()
                    .good("barnet er taget ud: omfanget her er ophørt / the child was taken out: scope here has ended");
            open.console()
                    .detail("omsætning / conversion " + receipt.id() + ", indførsel / entry " + receipt.leafIndex());
            return 0;
        });
    }
}
