package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A private key that signs notes, stored as {@code PRIVATE+KEY+name+id+base64(type byte and seed)}, the form that Go's
 * {@code golang.org/x/mod/sumdb/note} writes. Shows nothing of itself in {@code toString}.
 */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;

    private SigningKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed;
    }

    /**
     * The key of a seed.
     *
     * @param seed 32 secret bytes (RFC 8032 section 5.1.5), copied
     * @throws IllegalArgumentException when the seed has another length
     */
    public static SigningKey of(KeyName name, KeyAlgorithm algorithm, byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        try {
            return new SigningKey(VerifierKey.of(name, algorithm, key), seed.clone());
        } catch (CheckpointException e) {
            throw new IllegalStateException("a generated key is a point of the curve", e);
        }
    }

    /** A new key. */
    public static SigningKey generate(KeyName name, KeyAlgorithm algorithm, SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return of(name, algorithm, seed);
    }

    /** Parses the stored form; errors quote nothing of it. */
    public static SigningKey parse(String stored) throws CheckpointException {
        if (!stored.startsWith(PREFIX)) {
            throw new CheckpointException(Reason.BAD_KEY, "a private key starts with " + PREFIX);
        }
        String[] parts = stored.substring(PREFIX.length()).split("\\+", 3);
        if (parts.length != 3) {
            throw new CheckpointException(Reason.BAD_KEY, "a private key is " + PREFIX + "name+id+base64");
        }
        KeyName name = KeyName.parse(parts[0], Reason.BAD_KEY);
        byte[] typed = Base64Text.decode(parts[2], Reason.BAD_KEY);
        if (typed.length != 1 + Ed25519.SECRET_KEY_SIZE) {
            throw new CheckpointException(Reason.BAD_KEY, "a private key of the wrong length");
        }
        KeyAlgorithm algorithm = KeyAlgorithm.of(typed[0])
                .orElseThrow(() -> new CheckpointException(Reason.BAD_KEY, "signature type " + (typed[0] & 0xff)));
        SigningKey key = of(name, algorithm, Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.verifier.idHex().equalsIgnoreCase(parts[1])) {
            throw new CheckpointException(Reason.BAD_KEY, "the id does not belong to the key");
        }
        return key;
    }

    /** The stored form. Secret. */
    public String encodeSecret() {
        return PREFIX + verifier.name() + "+" + verifier.idHex() + "+"
                + Base64Text.encode(VerifierKey.typed(verifier.algorithm(), seed));
    }

    /** The public key that belongs to it. */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * Signs a note's text.
     *
     * @throws IllegalStateException for a witness' key, which signs with a time
     */
    public NoteSignature sign(NoteText text) {
        if (verifier.algorithm() != KeyAlgorithm.ED25519) {
            throw new IllegalStateException("a witness' key signs with a time");
        }
        return new NoteSignature(verifier.name(), verifier.id(), ed25519(text.bytes()));
    }

    /**
     * Cosigns a checkpoint's text at a time (C2SP tlog-cosignature, Ed25519).
     *
     * @throws IllegalStateException for a log's key
     */
    public NoteSignature cosign(NoteText text, Instant time) {
        if (verifier.algorithm() != KeyAlgorithm.COSIGNATURE_V1) {
            throw new IllegalStateException("a log's key does not cosign");
        }
        long seconds = time.getEpochSecond();
        byte[] signature = ed25519(cosigned(seconds, text));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new NoteSignature(verifier.name(), verifier.id(), timestamped);
    }

    /** What a witness signs. */
    static byte[] cosigned(long seconds, NoteText text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text.value()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] ed25519(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
