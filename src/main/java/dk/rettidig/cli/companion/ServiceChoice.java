package dk.rettidig.cli.companion;

import dk.rettidig.cli.reidentify.Pins;
import dk.rettidig.cli.reidentify.Redemption;
import dk.rettidig.cli.vault.ConversionCourier;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the companion does with the service, as options: links only, merges too with a key, tickets too with pinned keys. */
public final class ServiceChoice {

    @Option(names = "--service", paramLabel = "URL", description = "Rettidig: where 'open in Rettidig' leads.")
    private @Nullable URI service;

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description = "The private key that two people registered for the registry 'vault': sends merges at once.")
    private @Nullable Path signKey;

    @Option(
            names = "--service-key-file",
            paramLabel = "FILE",
            description =
                    "The key that signs tickets, pinned; with --log-key-file and --sign-key tickets are redeemed.")
    private @Nullable Path serviceKeyFile;

    @Option(names = "--log-key-file", paramLabel = "FILE", description = "The log's keys, pinned, one a line.")
    private @Nullable Path logKeyFile;

    /** Where links lead. */
    Optional<URI> service() {
        return Optional.ofNullable(service);
    }

    /** @throws IllegalArgumentException when an option is missing that another needs */
    void check() {
        if (service != null
                && (service.getHost() == null || !Set.of("http", "https").contains(service.getScheme()))) {
            throw new IllegalArgumentException("--service is an address such as https://rettidig.example.");
        }
        boolean pins = serviceKeyFile != null || logKeyFile != null;
        if ((signKey != null || pins) && service == null) {
            throw new IllegalArgumentException("--sign-key and pinned keys need --service.");
        }
        if (pins && (serviceKeyFile == null || logKeyFile == null || signKey == null)) {
            throw new IllegalArgumentException(
                    "Tickets need all three: --sign-key, --service-key-file and --log-key-file.");
        }
    }

    /** The key in use while the companion runs; a fresh one that nobody knows when none is named. */
    SigningKey key() throws SealException {
        return signKey == null ? SigningKey.generate(new java.security.SecureRandom()) : KeyFile.signingKey(signKey);
    }

    /** Whether pairs reach the service at once. */
    boolean sends() {
        return service != null && signKey != null;
    }

    /** How merges are sent. */
    MergePost post(SigningKey key, Clock clock) {
        return service == null || signKey == null
                ? MergePost.byCommand()
                : new CourierPost(new ConversionCourier(service, key, clock));
    }

    /** How names at sources are sent; what cannot be sent stays outstanding. */
    SourceDesk.Post sourcePost(SigningKey key, Clock clock) {
        if (service == null || signKey == null) {
            return parcel -> {};
        }
        ConversionCourier courier = new ConversionCourier(service, key, clock);
        return courier::send;
    }

    /** What redeems tickets. */
    Optional<Redemption> redemption(SigningKey key, Clock clock) throws IOException {
        return service == null || serviceKeyFile == null || logKeyFile == null
                ? Optional.empty()
                : Optional.of(new Redemption(service, Pins.read(serviceKeyFile, logKeyFile), key, clock));
    }
}
