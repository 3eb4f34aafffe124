package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
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
        Element whole = element(publicKeyText(), "--public-key");
        return new AuthorityClient(PseudonymDomain.parse(domain), whole, holders(whole), client, key, patience, clock);
    }

    private String publicKeyText() throws IOException {
        if (publicKey != null) {
            return publicKey;
        }
        if (publicKeyFile == null) {
            throw new IllegalArgumentException("--public-key or --public-key-file is needed: without it nothing shows"
                    + " whose key made the pseudonyms.");
        }
        return Files.readString(publicKeyFile, StandardCharsets.US_ASCII);
    }

    private List<Holder> holders(Element whole) {
        if (urls.size() == 1 && shareKeys.isEmpty()) {
            return List.of(new Holder(urls.get(0), 0, whole));
        }
        if (urls.size() != SplitKey.NEEDED || shareKeys.size() != SplitKey.NEEDED) {
            throw new IllegalArgumentException(
                    "Give one --authority, or two with a --share-key N=BASE64 each, in the same order.");
        }
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            String text = shareKeys.get(i);
            if (!text.matches("[1-" + SplitKey.HOLDERS + "]=.+")) {
                throw new IllegalArgumentException("--share-key is N=BASE64, N from 1 to " + SplitKey.HOLDERS + ".");
            }
            holders.add(new Holder(urls.get(i), text.charAt(0) - '0', element(text.substring(2), "--share-key")));
        }
        if (holders.get(0).holder() == holders.get(1).holder()) {
            throw new IllegalArgumentException("The two --share-key are of the same holder.");
        }
        return holders;
    }

    private static Element element(String text, String option) {
        try {
            return Element.parse(Base64.getDecoder().decode(text.strip()));
        } catch (OprfException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    option + " is 33 bytes of compressed SEC1 in base64, as the authority publishes it.", wrong);
        }
    }
}
