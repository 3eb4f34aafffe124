package dk.rettidig.cli.reidentify;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is asked, with which pinned keys, in the name of which vault, as options of a command. */
public final class ServiceOptions {

    @Option(
            names = {"--service", "--url"},
            required = true,
            paramLabel = "URL",
            description = "The service.")
    private URI service = URI.create("http://localhost:8080");

    @Option(
            names = "--service-key",
            paramLabel = "BASE64",
            description =
                    "The key that signs tickets, pinned: public_key of GET /api/v1/reidentification-key, compared on"
                            + " another way.")
    private @Nullable String serviceKey;

    @Option(names = "--service-key-file", paramLabel = "FILE", description = "The same from a file.")
    private @Nullable Path serviceKeyFile;

    @Option(
            names = "--log-key",
            paramLabel = "VKEY",
            description = "The log's key, pinned: one of log_keys of the same. Repeatable.")
    private List<String> logKeys = new ArrayList<>();

    @Option(names = "--log-key-file", paramLabel = "FILE", description = "The same from a file, one a line.")
    private @Nullable Path logKeyFile;

    @Option(
            names = {"--sign-key", "--key"},
            required = true,
            paramLabel = "FILE",
            description = "The private key (keygen) that two people registered for the registry vault.")
    private Path keyFile = Path.of("vault-client.key");

    /** Where the service is. */
    public URI service() {
        return service;
    }

    /** Where the vault's signing key lies. */
    public Path keyFile() {
        return keyFile;
    }

    /**
     * The pinned keys.
     *
     * @throws IllegalArgumentException when one is missing or not of its form
     */
    public Pins pins() throws IOException {
        try {
            String log = given(logKeys.isEmpty() ? null : String.join("\n", logKeys), logKeyFile, "--log-key");
            return new Pins(VerifyingKey.parse(given(serviceKey, serviceKeyFile, "--service-key")), Pins.keys(log));
        } catch (SealException wrong) {
            throw new IllegalArgumentException("--service-key is an Ed25519 key in base64url, 43 characters.", wrong);
        } catch (CheckpointException wrong) {
            throw new IllegalArgumentException("--log-key is a vkey, name+id+base64, as the log publishes it.", wrong);
        }
    }

    private static String given(@Nullable String text, @Nullable Path file, String option) throws IOException {
        if (text != null) {
            return text;
        }
        if (file == null) {
            throw new IllegalArgumentException(
                    option + " or " + option + "-file is needed: without it nothing shows whose word is taken for it.");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }
}
