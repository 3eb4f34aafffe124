package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/** A secret of 32 bytes. {@link #destroy()} overwrites it; {@code toString} hides it; equality takes constant time. */
public final class SymmetricKey implements Destroyable, AutoCloseable {

    private static final int BYTES = 32;

    private final byte[] bytes;
    private boolean destroyed;

    private SymmetricKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh secret. */
    public static SymmetricKey generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SymmetricKey(bytes);
    }

    /**
     * The secret with these bytes, copied.
     *
     * @throws IllegalArgumentException unless 32 bytes
     */
    public static SymmetricKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a symmetric key is 32 bytes");
        }
        return new SymmetricKey(bytes.clone());
    }

    /** Parses 43 characters of base64url. */
    public static SymmetricKey parse(String text) throws SealException {
        byte[] bytes = Base64Url.decode(text.strip());
        if (bytes.length != BYTES) {
            throw new SealException(Reason.MALFORMED, "expected 32 bytes of key, found " + bytes.length);
        }
        return new SymmetricKey(bytes);
    }

    /** A copy of the bytes for one computation inside this feature; the caller overwrites it. */
    synchronized byte[] reveal() {
        if (destroyed) {
            throw new IllegalStateException("the key was destroyed");
        }
        return bytes.clone();
    }

    @Override
    public synchronized void destroy() {
        Arrays.fill(bytes, (byte) 0);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return SymmetricKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "SymmetricKey[hidden]";
    }
}
