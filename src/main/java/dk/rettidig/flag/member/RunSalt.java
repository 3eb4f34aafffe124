package dk.rettidig.flag.member;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which the children of one run become members: 32 random bytes, kept sealed and erased when the time for
 * {@code run_membership} is over. With it anyone who has a pseudonym can tell whether it was in the run; without it nobody
 * can. {@code toString} hides it.
 */
public final class RunSalt {

    /** Length in bytes: as long as the HMAC's output, so that guessing it is as hard as breaking the HMAC. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    private RunSalt(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh salt. */
    public static RunSalt fresh(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new RunSalt(bytes);
    }

    /**
     * The salt with these bytes, copied.
     *
     * @throws IllegalArgumentException unless 32
     */
    public static RunSalt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        return new RunSalt(bytes.clone());
    }

    /** A copy of the bytes, to be sealed. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** An HMAC-SHA-256 (RFC 2104) under the salt; not safe for use by several threads. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunSalt that && java.security.MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RunSalt[hidden]";
    }
}
