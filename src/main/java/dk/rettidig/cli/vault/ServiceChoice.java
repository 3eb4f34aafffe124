package dk.rettidig.cli.vault;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service as options of a command that may tell it something and need not. */
final class ServiceChoice {

    @Option(names = "--service", paramLabel = "URL", description = "The service; with --source.")
    private @Nullable URI url;

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description = "The private key that two people registered for the registry 'vault'; with --source.")
    private @Nullable Path keyFile;

    /** @throws IllegalArgumentException when what is needed is missing */
    void check(boolean needed) {
        if (needed && (url == null || keyFile == null)) {
            throw new IllegalArgumentException("--source needs --service and --sign-key: names are delivered at once.");
        }
    }

    /** The key. */
    SigningKey key() throws SealException {
        return KeyFile.signingKey(java.util.Objects.requireNonNull(keyFile, "checked"));
    }

    /** To the service. */
    ConversionCourier courier(SigningKey key) {
        return new ConversionCourier(java.util.Objects.requireNonNull(url, "checked"), key, Clock.systemUTC());
    }
}
