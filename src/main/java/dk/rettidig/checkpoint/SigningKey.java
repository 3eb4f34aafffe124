package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

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
     * @param seed 32 secret bytes (RFC 8032 section 5.1.5, FIPS 204 algorithm 1), copied
     * @throws IllegalArgumentException when the seed has another length
     */
    public static SigningKey of(KeyName name, KeyAlgorithm algorithm, byte[] seed) {
        if (seed.length != SignatureScheme.SEED) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        try {
            return new SigningKey(
                    VerifierKey.of(name, algorithm, algorithm.scheme().publicKey(seed)), seed.clone());
        } catch (CheckpointException e) {
            throw new IllegalStateException("a generated key is usable", e);
        }
    }

    /** A new key. */
    public static SigningKey generate(KeyName name, KeyAlgorithm algorithm, SecureRandom random) {
        byte[] seed = new byte[SignatureScheme.SEED];
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
        if (typed.length != 1 + SignatureScheme.SEED) {
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
     * @throws IllegalStateException for a key whose signatures carry a time
     */
    public NoteSignature sign(NoteText text) {
        if (verifier.algorithm().isTimed()) {
            throw new IllegalStateException("this key signs with a time");
        }
        try {
            return signature(text, 0);
        } catch (CheckpointException e) {
            throw new IllegalStateException("any text can be signed without a time", e);
        }
    }

    /**
     * Signs a checkpoint; signatures that carry a time say this one, to the second.
     *
     * @throws IllegalArgumentException when a name is too long for this algorithm
     */
    public NoteSignature sign(Checkpoint checkpoint, Instant time) {
        try {
            return signature(checkpoint.text(), time.getEpochSecond());
        } catch (CheckpointException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
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
        try {
            return signature(text, time.getEpochSecond());
        } catch (CheckpointException e) {
            throw new IllegalStateException("any text can be cosigned", e);
        }
    }

    private NoteSignature signature(NoteText text, long seconds) throws CheckpointException {
        KeyAlgorithm algorithm = verifier.algorithm();
        byte[] signature = algorithm.scheme().sign(seed, algorithm.message(verifier.name(), text, seconds));
        byte[] bytes = algorithm.isTimed()
                ? ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array()
                : signature;
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
