package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.security.auth.Destroyable;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 private key (RFC 8032 section 5.1.5). {@link #destroy()} overwrites its bytes; afterwards it signs no more.
 * {@code toString} shows the public key's id only. Safe for use by many threads.
 */
public final class SigningKey implements Destroyable, AutoCloseable {

    private static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final byte[] encodedPublic;
    private final VerifyingKey verifyingKey;
    private boolean destroyed;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.encodedPublic = new byte[SEED_BYTES];
        Ed25519.generatePublicKey(seed, 0, encodedPublic, 0);
        this.verifyingKey = VerifyingKey.trusted(encodedPublic);
    }

    /** A fresh key. */
    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /**
     * The key with this 32-byte seed, which RFC 8032 calls the private key. The bytes are copied.
     *
     * @throws IllegalArgumentException unless 32 bytes
     */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed is 32 bytes");
        }
        return new SigningKey(seed.clone());
    }

    /** Parses a key written as PKCS #8 PEM (RFC 8410 section 7) or as the seed in base64url (43 characters). */
    public static SigningKey parse(String text) throws SealException {
        String stripped = text.strip();
        byte[] seed = Pem.PRIVATE.matches(stripped) ? Pem.PRIVATE.decode(stripped) : Base64Url.decode(stripped);
        if (seed.length != SEED_BYTES) {
            throw new SealException(Reason.MALFORMED, "expected 32 bytes of key, found " + seed.length);
        }
        return new SigningKey(seed);
    }

    /** The public part. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The id of the public part. */
    public KeyId id() {
        return verifyingKey.id();
    }

    /**
     * Signs: 64 bytes, deterministic (RFC 8032 section 5.1.6).
     *
     * @throws IllegalStateException after {@link #destroy()}
     */
    public synchronized byte[] sign(byte[] message) {
        requireAlive();
        byte[] signature = new byte[VerifyingKey.SIGNATURE_BYTES];
        Ed25519.sign(seed, 0, encodedPublic, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** The private key as PEM for a key file; never log or show it. */
    synchronized String privatePem() {
        requireAlive();
        return Pem.PRIVATE.encode(seed);
    }

    @Override
    public synchronized void destroy() {
        Arrays.fill(seed, (byte) 0);
        destroyed = true;
    }

    @Override
    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public void close() {
        destroy();
    }

    private void requireAlive() {
        if (destroyed) {
            throw new IllegalStateException("the key was destroyed");
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
