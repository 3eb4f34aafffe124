package dk.rettidig.cli.authority;

import dk.rettidig.authority.DomainKey;
import dk.rettidig.authority.DomainKeyFile;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code authority new-key}: makes the key of a domain, which is never shown and never replaced. */
@Command(
        name = "new-key",
        mixinStandardHelpOptions = true,
        description = "Makes the key of a pseudonym domain in the key store and prints its public part.")
public final class NewKeyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DOMAIN", description = "Municipality, use and epoch, for instance 999.child_support.1.")
    private String domain = "";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The authority's home (default: ${DEFAULT-VALUE}).",
            defaultValue = "rettidig-authority")
    private Path home = Path.of("rettidig-authority");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            OprfKey key = OprfKey.generate();
            DomainKeyFile.create(
                    home.resolve("domain-keys"),
                    new DomainKey(PseudonymDomain.parse(domain), 0, key, key.publicKey()),
                    AuthorityPassphrase.read(System.getenv()));
            spec.commandLine()
                    .getOut()
                    .println(Base64.getEncoder().encodeToString(key.publicKey().bytes()));
            return 0;
        } catch (IllegalArgumentException | IOException | SealException refused) {
            err.println("rettidig: " + refused.getMessage());
            return 1;
        } catch (OprfException impossible) {
            throw new IllegalStateException("a fresh key is a key", impossible);
        }
    }
}
