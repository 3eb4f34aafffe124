package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * A signature that lies beside what it signs: a JWS with detached content (RFC 7515 appendix F), one line {@code
 * header..signature}. The {@code typ} says what kind of thing is signed, so that a signature over one kind never serves
 * for another. Immutable.
 */
public final class DetachedSignature {

    /** Longest text, characters: header, two dots and 86 characters of signature. */
    private static final int MAXIMUM_CHARACTERS = 2_048;

    private final String header;
    private final String signature;

    private DetachedSignature(String header, String signature) {
        this.header = header;
        this.signature = signature;
    }

    /** Signs content of any length. */
    public static DetachedSignature sign(SigningKey key, String type, byte[] content) {
        String header = JwsHeader.of(key.id(), type).encoded();
        return new DetachedSignature(header, Base64Url.encode(key.sign(input(header, content))));
    }

    /** Parses the one line that {@link #text()} writes; a line feed at its end is accepted. */
    public static DetachedSignature parse(String text) throws SealException {
        if (text.length() > MAXIMUM_CHARACTERS) {
            throw new SealException(Reason.TOO_LARGE, "expected at most " + MAXIMUM_CHARACTERS + " characters");
        }
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String[] parts = line.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new SealException(Reason.MALFORMED, "expected a JWS with detached content (header..signature)");
        }
        if (Base64Url.decode(parts[2]).length != VerifyingKey.SIGNATURE_BYTES) {
            throw new SealException(Reason.MALFORMED, "expected 64 bytes of signature");
        }
        JwsHeader.parse(parts[0]);
        return new DetachedSignature(parts[0], parts[2]);
    }

    /** The key that the header names. */
    public KeyId keyId() throws SealException {
        return JwsHeader.parse(header).keyId();
    }

    /**
     * Verifies against content.
     *
     * @param type the {@code typ} called for
     * @return the key that signed
     */
    public VerifyingKey verify(String type, byte[] content, Function<KeyId, Optional<VerifyingKey>> keys)
            throws SealException {
        JwsHeader parsed = JwsHeader.parse(header);
        if (!parsed.type().equals(Optional.of(type))) {
            throw new SealException(Reason.TYPE_REFUSED, "expected typ " + type);
        }
        VerifyingKey key = keys.apply(parsed.keyId())
                .filter(candidate -> candidate.id().equals(parsed.keyId()))
                .orElseThrow(() -> new SealException(Reason.KEY_UNKNOWN, "no registered key has this id"));
        if (!key.verifies(input(header, content), Base64Url.decode(signature))) {
            throw new SealException(Reason.SIGNATURE_INVALID, "the signature is not the key's over these bytes");
        }
        return key;
    }

    /** One line, without a line feed. */
    public String text() {
        return header + ".." + signature;
    }

    private static byte[] input(String header, byte[] content) {
        return (header + "." + Base64Url.encode(content)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "DetachedSignature[" + text() + "]";
    }
}
