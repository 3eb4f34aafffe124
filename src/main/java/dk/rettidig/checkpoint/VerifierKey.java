package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A public key by which notes are verified, printed as a vkey: {@code name+id+base64(type byte and key)} (C2SP signed-note,
 * "Verifier keys"). Immutable.
 */
public final class VerifierKey {

    /** Most characters of a vkey: a name of a few hundred and 1,313 bytes of key in base64. */
    private static final int MAX_LENGTH = 4096;

    private static final int ID_DIGITS = 8;

    private final KeyName name;
    private final KeyAlgorithm algorithm;
    private final byte[] key;
    private final int id;

    private VerifierKey(KeyName name, KeyAlgorithm algorithm, byte[] key) {
        this.name = name;
        this.algorithm = algorithm;
        this.key = key;
        this.id = id(name, algorithm, key);
    }

    /**
     * A key as its algorithm writes it: 32 bytes of Ed25519 (RFC 8032 section 5.1.5), 1,312 of ML-DSA-44 (FIPS 204).
     *
     * @throws CheckpointException when the length is another, or for Ed25519 the bytes are no point of the curve in its one
     *     encoding, or of small order
     */
    public static VerifierKey of(KeyName name, KeyAlgorithm algorithm, byte[] key) throws CheckpointException {
        int length = algorithm.scheme().keyBytes();
        if (key.length != length) {
            throw new CheckpointException(Reason.BAD_KEY, "a key of " + key.length + " bytes instead of " + length);
        }
        if (!algorithm.scheme().isUsable(key)) {
            throw new CheckpointException(Reason.BAD_KEY, "no usable point of Ed25519");
        }
        return new VerifierKey(name, algorithm, key.clone());
    }

    /** Parses a vkey; surrounding white space is the caller's to strip. */
    public static VerifierKey parse(String vkey) throws CheckpointException {
        if (vkey.length() > MAX_LENGTH) {
            throw new CheckpointException(Reason.TOO_LARGE, "a key of more than " + MAX_LENGTH + " characters");
        }
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new CheckpointException(Reason.BAD_KEY, "a key is name+id+base64");
        }
        KeyName name = KeyName.parse(parts[0], Reason.BAD_KEY);
        byte[] typed = Base64Text.decode(parts[2], Reason.BAD_KEY);
        if (typed.length == 0) {
            throw new CheckpointException(Reason.BAD_KEY, "nothing after the id");
        }
        KeyAlgorithm algorithm = KeyAlgorithm.of(typed[0])
                .orElseThrow(() -> new CheckpointException(Reason.BAD_KEY, "signature type " + (typed[0] & 0xff)));
        VerifierKey key = of(name, algorithm, Arrays.copyOfRange(typed, 1, typed.length));
        if (parts[1].length() != ID_DIGITS || !parts[1].equalsIgnoreCase(key.idHex())) {
            throw new CheckpointException(Reason.BAD_KEY, "the id does not belong to the key");
        }
        return key;
    }

    /** Who signs with it. */
    public KeyName name() {
        return name;
    }

    /** How. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The first four bytes of SHA-256 over name, newline, type byte and key, big-endian. */
    public int id() {
        return id;
    }

    /** The id as eight lower case hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The vkey. */
    public String encode() {
        return name + "+" + idHex() + "+" + Base64Text.encode(typed(algorithm, key));
    }

    /** Whether the signature is this key's over the message. */
    boolean verifies(byte[] message, byte[] signature) {
        return algorithm.scheme().verifies(key, message, signature);
    }

    static byte[] typed(KeyAlgorithm algorithm, byte[] key) {
        return ByteBuffer.allocate(1 + key.length)
                .put(algorithm.identifier())
                .put(key)
                .array();
    }

    private static int id(KeyName name, KeyAlgorithm algorithm, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.value().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return ByteBuffer.wrap(digest.digest(typed(algorithm, key))).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && algorithm == that.algorithm
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, algorithm, id);
    }

    @Override
    public String toString() {
        return encode();
    }
}
