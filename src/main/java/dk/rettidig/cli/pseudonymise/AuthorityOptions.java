package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which authority is asked, in whose name and for which domain, as options of a command. */
public final class AuthorityOptions {

    @Option(
            names = "--authority",
            required = true,
            paramLabel = "URL",
            description = "The pseudonym authority; twice for two holders of a split key.")
    private List<URI> urls = new ArrayList<>();

    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "The pseudonym domain, for instance 999.child_support.1.")
    private String domain = "";

    @Option(names = "--public-key", paramLabel = "BASE64", description = "The domain's published key, pinned.")
    private @Nullable String publicKey;

    @Option(names = "--public-key-file", paramLabel = "FILE", description = "The same from a file.")
    private @Nullable Path publicKeyFile;

    @Option(
            names = "--share-key",
            paramLabel = "N=BASE64",
            description = "The published key of share N, one for each --authority, in the same order.")
    private List<String> shareKeys = new ArrayList<>();

    @Option(names = "--client", required = true, paramLabel = "ID", description = "The registered client's name.")
    private String client = "";

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The client's private key (keygen).")
    private Path keyFile = Path.of("client.key");

    @Option(names = "--wait", description = "When the day's quota is used up, wait for the next day's.")
    private boolean wait;

    /** Where the client's key lies. */
    public Path keyFile() {
        return keyFile;
    }

    List<URI> urls() {
        return List.copyOf(urls);
    }

    /**
     * The client that the options describe.
     *
     * @throws IllegalArgumentException when an option is not of its form
     */
    public AuthorityClient client(SigningKey key, Clock clock) throws IOException {
        return client(key, wait ? Patience.ENDLESS : Patience.USUAL, clock);
    }

    /** The same with a patience of its own. */
    public AuthorityClient client(SigningKey key, Patience patience, Clock clock) throws IOException {
        Element whole = KeyOptions.published(publicKey, publicKeyFile, "--public-key");
        return new AuthorityClient(
                PseudonymDomain.parse(domain),
                whole,
                KeyOptions.holders(urls, shareKeys, whole, "--share-key"),
                client,
                key,
                patience,
                clock);
    }
}
