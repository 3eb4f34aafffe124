package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.cli.pseudonymise.Target;
import dk.rettidig.cli.pseudonymise.TargetOptions;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.ConversionCourier.Receipt;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
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
    private HandoverOptions options = new HandoverOptions();

    @Mixin
    private TargetOptions to = new TargetOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(spec, open -> {
            Target target = to.target(open.client().domain(), options.authority());
            Rotation rotation = new Rotation(open.vault(), open.client(), target);
            rotate(rotation, open.client().domain(), target.domain(), open.courier(), open.console());
            return 0;
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
