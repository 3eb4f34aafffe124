package dk.rettidig.cli.authority;

import dk.rettidig.authority.DomainKey;
import dk.rettidig.authority.DomainKeyFile;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code authority split-key}: makes a key in three shares of which two suffice, one directory a holder, and forgets the whole.
 * Run it on a machine without network, in front of the holders.
 */
@Command(
        name = "split-key",
        mixinStandardHelpOptions = true,
        description = "Makes a domain's key in three shares for three holders, of which any two suffice.")
public final class SplitKeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DOMAIN", description = "Municipality, use and epoch, for instance 999.child_support.1.")
    private String domain = "";

    @Option(
            names = "--holder-home",
            paramLabel = "DIR",
            required = true,
            description = "The home of a holder's authority; give it three times.")
    private List<Path> homes = new ArrayList<>();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            required = true,
            description = "The passphrase of the holder's key store, in the order of the homes; give it three times.")
    private List<Path> passphrases = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (homes.size() != SplitKey.HOLDERS || passphrases.size() != SplitKey.HOLDERS) {
            err.println("rettidig: three holders, so three --holder-home and three --passphrase-file");
            return 2;
        }
        try {
            OprfKey whole = OprfKey.generate();
            spec.commandLine().getOut().println("whole " + base64(whole));
            for (SplitKey.Share share : SplitKey.split(whole)) {
                int place = share.holder() - 1;
                DomainKeyFile.create(
                        homes.get(place).resolve("domain-keys"),
                        new DomainKey(PseudonymDomain.parse(domain), share.holder(), share.key(), whole.publicKey()),
                        AuthorityPassphrase.read(Map.of(
                                AuthorityPassphrase.FILE, passphrases.get(place).toString())));
                spec.commandLine().getOut().println(share.holder() + " " + base64(share.key()));
            }
            return 0;
        } catch (IllegalArgumentException | IOException | SealException refused) {
            err.println("rettidig: " + refused.getMessage() + "; make the shares anew, all three, in empty homes");
            return 1;
        } catch (OprfException impossible) {
            throw new IllegalStateException("a fresh key is a key", impossible);
        }
    }

    private static String base64(OprfKey key) {
        return Base64.getEncoder().encodeToString(key.publicKey().bytes());
    }
}
