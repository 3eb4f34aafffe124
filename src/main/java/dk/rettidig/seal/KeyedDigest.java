package dk.rettidig.seal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) under a secret key: for looking a name up without storing it, and for deriving one key from
 * another. Unlike {@link KeyedHash} its results may be stored.
 */
public final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyedDigest() {}

    /** The 32-byte digest of a message. */
    public static byte[] of(SymmetricKey key, byte[] message) {
        byte[] secret = key.reveal();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * An independent key for one use: the first block of HKDF-Expand (RFC 5869 section 2.3).
     *
     * @param use names the use; two uses never share a name
     */
    public static SymmetricKey derive(SymmetricKey key, String use) {
        byte[] label = use.getBytes(StandardCharsets.UTF_8);
        byte[] info = Arrays.copyOf(label, label.length + 1);
        info[label.length] = 1;
        return SymmetricKey.of(of(key, info));
    }
}
