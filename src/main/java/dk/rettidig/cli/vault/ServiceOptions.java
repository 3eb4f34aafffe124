package dk.rettidig.cli.vault;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** To which service pairs go, and who signs for them, as options of a command. */
public final class ServiceOptions {

    @Option(
            names = {"--service", "--url"},
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "The service (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--sign-key",
            required = true,
            paramLabel = "FILE",
            description =
                    "The private key that two people registered at the service for the registry 'vault' (keygen).")
    private Path keyFile = Path.of("vault-service.key");

    /** The service. */
    URI url() {
        return url;
    }

    /** The key. */
    SigningKey key() throws SealException {
        return KeyFile.signingKey(keyFile);
    }
}
