package dk.rettidig.pseudonym;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * The 32-byte output of RFC 9497 for one person in one pseudonym domain, written as 43 characters of base64url without
 * padding. {@code toString} hides it, comparison takes constant time, and the bytes are copied in and out.
 */
public final class Pseudonym {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    /** Length of the printed form in characters. */
    public static final int TEXT_LENGTH = 43;

    private final byte[] bytes;

    private Pseudonym(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The pseudonym with these 32 bytes. */
    public static Pseudonym of(byte[] bytes) {
        Objects.requireNonNull(bytes);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a pseudonym has 32 bytes, not " + bytes.length);
        }
        return new Pseudonym(bytes.clone());
    }

    /** Parses the printed form: exactly 43 base64url characters whose last carries no stray bits. */
    public static Pseudonym parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("a pseudonym has 43 characters, not " + text.length());
        }
        byte[] decoded = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(text)) {
            throw new IllegalArgumentException("the last character of a pseudonym carries stray bits");
        }
        return of(decoded);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The printed form, for the wire and for those who may see it; never for logs. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pseudonym that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Pseudonym[hidden]";
    }
}
