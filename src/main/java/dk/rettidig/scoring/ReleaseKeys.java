package dk.rettidig.scoring;

import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public keys whose signature makes a model a release. They come with the application or its configuration, never from
 * the directory that a model lies in: whoever can put a model there could put a key beside it.
 */
public final class ReleaseKeys {

    private static final String PACKAGED = "models/keys/release.keys";

    private final Map<KeyId, VerifyingKey> keys;

    private ReleaseKeys(Map<KeyId, VerifyingKey> keys) {
        this.keys = keys;
    }

    /** These keys. */
    public static ReleaseKeys of(VerifyingKey... keys) {
        Map<KeyId, VerifyingKey> byId = new LinkedHashMap<>();
        for (VerifyingKey key : keys) {
            byId.put(key.id(), key);
        }
        return new ReleaseKeys(byId);
    }

    /** Parses one key a line in base64url; a line that starts with {@code #} is a remark. */
    public static ReleaseKeys parse(String text) throws SealException {
        Map<KeyId, VerifyingKey> byId = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                VerifyingKey key = VerifyingKey.parse(line);
                byId.put(key.id(), key);
            }
        }
        return new ReleaseKeys(byId);
    }

    /** The keys that come with the application: {@code models/keys/release.keys}. */
    public static ReleaseKeys packaged() {
        try (InputStream stream = ReleaseKeys.class.getClassLoader().getResourceAsStream(PACKAGED)) {
            if (stream == null) {
                return new ReleaseKeys(Map.of());
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SealException e) {
            throw new IllegalStateException("the packaged release keys are not what was built", e);
        }
    }

    /** The key with this id. */
    public Optional<VerifyingKey> find(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }
}
