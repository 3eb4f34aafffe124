package dk.rettidig.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A value that the record holds only as {@code SHA-256(salt ‖ length of name ‖ name ‖ value)}: the salt is 32 random bytes,
 * the length an unsigned 16-bit number, big-endian, and the name UTF-8. Once the salt is erased the hash says nothing, not
 * even to somebody who can guess the value. docs/ledger.md, section "Commitments". {@code toString} hides salt and value.
 */
public final class Commitment {

    /** Bytes of a salt; as long as the hash, so that guessing the salt is no easier than finding a preimage. */
    public static final int SALT_BYTES = 32;

    private final String name;
    private final byte[] salt;
    private final byte[] value;

    private Commitment(String name, byte[] salt, byte[] value) {
        this.name = name;
        this.salt = salt;
        this.value = value;
    }

    /**
     * A value with its salt.
     *
     * @throws IllegalArgumentException unless the salt has 32 bytes
     */
    public static Commitment of(String name, byte[] salt, byte[] value) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        return new Commitment(name, salt.clone(), value.clone());
    }

    /** Splits salt and value as {@link #saltAndValue()} joined them. */
    public static Commitment opened(String name, byte[] saltAndValue) {
        return new Commitment(
                name,
                Arrays.copyOf(saltAndValue, SALT_BYTES),
                Arrays.copyOfRange(saltAndValue, SALT_BYTES, saltAndValue.length));
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /** The value, copied. */
    public byte[] value() {
        return value.clone();
    }

    /** The salt and the value behind each other, for the erasable table. */
    byte[] saltAndValue() {
        byte[] joined = Arrays.copyOf(salt, SALT_BYTES + value.length);
        System.arraycopy(value, 0, joined, SALT_BYTES, value.length);
        return joined;
    }

    /** What the sealed salt and value are bound to: a box does not open under another name or for another entry. */
    String context() {
        return context(name, hash());
    }

    static String context(String name, String hash) {
        return "ledger_commitment/" + name + "/" + hash;
    }

    /** The hash in the entry, lower case hexadecimal. */
    public String hash() {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update((byte) (encoded.length >> 8));
        digest.update((byte) encoded.length);
        digest.update(encoded);
        return HexFormat.of().formatHex(digest.digest(value));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Commitment[" + name + "]";
    }
}
