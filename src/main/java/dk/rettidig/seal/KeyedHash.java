package dk.rettidig.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.macs.SipHash128;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SipHash-2-4 (Aumasson, Bernstein 2012) under a key that lives as long as the object: for tables in memory whose keys a
 * sender chooses, so that nobody can make them collide. Not a commitment and never stored. Safe for use by many threads.
 */
public final class KeyedHash {

    private static final int KEY_BYTES = 16;

    private final byte[] key;

    private KeyedHash(byte[] key) {
        this.key = key;
    }

    /** A hash under a fresh key. */
    public static KeyedHash fresh(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new KeyedHash(key);
    }

    /**
     * A hash under this key.
     *
     * @throws IllegalArgumentException unless 16 bytes
     */
    public static KeyedHash of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a SipHash key is 16 bytes");
        }
        return new KeyedHash(key.clone());
    }

    /** The 64-bit hash. Among n inputs two collide by chance with probability about n² / 2^65. */
    public long hash64(byte[] input) {
        return hash64(input, 0, input.length);
    }

    /** The 64-bit hash of a range of bytes. */
    public long hash64(byte[] input, int from, int length) {
        SipHash hash = new SipHash();
        hash.init(new KeyParameter(key));
        hash.update(input, from, length);
        return hash.doFinal();
    }

    /** The 128-bit hash (16 bytes): for when a chance collision would be reported as somebody's mistake. */
    public byte[] hash128(byte[] input) {
        SipHash128 hash = new SipHash128();
        hash.init(new KeyParameter(key));
        hash.update(input, 0, input.length);
        byte[] output = new byte[KEY_BYTES];
        hash.doFinal(output, 0);
        return output;
    }

    /** Overwrites the key; hashes made afterwards mean nothing. */
    public void destroy() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "KeyedHash[hidden]";
    }
}
