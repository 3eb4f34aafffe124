package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** To which domain pseudonyms are converted, and its pinned key, as options of a command. */
public final class TargetOptions {

    @Option(
            names = "--to",
            paramLabel = "DOMAIN",
            description = "The other domain, for instance 999.child_support.2; left out, the next epoch of --domain.")
    private @Nullable String to;

    @Option(names = "--to-public-key", paramLabel = "BASE64", description = "The other domain's published key, pinned.")
    private @Nullable String publicKey;

    @Option(names = "--to-public-key-file", paramLabel = "FILE", description = "The same from a file.")
    private @Nullable Path publicKeyFile;

    @Option(
            names = "--to-share-key",
            paramLabel = "N=BASE64",
            description =
                    "The published key of share N of the other domain, one for each --authority, in the same order.")
    private List<String> shareKeys = new ArrayList<>();

    /**
     * Where conversions of a domain lead.
     *
     * @throws IllegalArgumentException when an option is not of its form
     */
    public Target target(PseudonymDomain from, AuthorityOptions authority) throws IOException {
        Element whole = KeyOptions.published(publicKey, publicKeyFile, "--to-public-key");
        return new Target(
                to == null ? from.next() : PseudonymDomain.parse(to),
                whole,
                KeyOptions.holders(authority.urls(), shareKeys, whole, "--to-share-key"));
    }
}
