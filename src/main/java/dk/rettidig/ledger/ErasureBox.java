package dk.rettidig.ledger;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.KeyedDigest;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SealedBox;
import dk.rettidig.seal.SymmetricKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Seals what may have to be erased under a key that lives outside the database and its backups: {@code
 * ledger-erasure.key}. A backup of the database without the key opens nothing, and destroying the key erases everything at
 * once. Two keys are derived from it: one seals (AES-256-GCM-SIV, RFC 8452), one looks names up (HMAC-SHA256).
 */
@Singleton
public class ErasureBox {

    private final SealedBox box;
    private final SymmetricKey lookupKey;

    /** Loads the key from the settings' directory, or creates it. */
    @Inject
    public ErasureBox(LedgerSettings settings) throws SealException {
        this(settings.keys().resolve("ledger-erasure.key"), new SecureRandom());
    }

    ErasureBox(Path file, SecureRandom random) throws SealException {
        try (SymmetricKey key = KeyFile.symmetricKeyOrNew(file, random)) {
            box = new SealedBox(KeyedDigest.derive(key, "rettidig ledger seal"), random);
            lookupKey = KeyedDigest.derive(key, "rettidig ledger lookup");
        }
    }

    /** Seals content that only opens in the same context. */
    public byte[] seal(byte[] content, String context) {
        return box.seal(content, context.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what was sealed in this context. */
    public byte[] open(byte[] sealed, String context) throws SealException {
        return box.open(sealed, context.getBytes(StandardCharsets.UTF_8));
    }

    /** What a name is looked up by, 32 bytes; says nothing about the name to whoever lacks the key. */
    public byte[] lookup(String name) {
        return KeyedDigest.of(lookupKey, name.getBytes(StandardCharsets.UTF_8));
    }
}
