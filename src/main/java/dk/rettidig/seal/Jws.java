package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compact JWS (RFC 7515 section 3.1) with Ed25519 (RFC 8037 section 3.1), strictly: {@code alg} is {@code EdDSA} and
 * nothing else, {@code kid} is there and is the thumbprint of a registered key, every part is canonical base64url, sizes
 * are capped, and header members that could redirect verification are refused. Parsing trusts nothing: the payload can be
 * read only after {@link #verify}, except by {@link #unverifiedPayload()} whose name says what it is.
 */
public final class Jws {

    /** The only algorithm, RFC 8037 section 3.1. */
    public static final String ALGORITHM = "EdDSA";

    /** Longest compact form, characters: what an HTTP header can carry many times over. */
    public static final int MAXIMUM_CHARACTERS = 65_536;

    private final JwsHeader header;
    private final String signingInput;
    private final byte[] payload;
    private final byte[] signature;

    private Jws(JwsHeader header, String signingInput, byte[] payload, byte[] signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Signs a payload.
     *
     * @param type the {@code typ} (RFC 7515 section 4.1.9), which keeps signatures for one use from serving another
     */
    public static String sign(SigningKey key, String type, byte[] payload) {
        String input = JwsHeader.of(key.id(), type).encoded() + "." + Base64Url.encode(payload);
        return input + "." + Base64Url.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Parses without verifying; use {@link #verify} next. */
    public static Jws parse(String compact) throws SealException {
        if (compact.length() > MAXIMUM_CHARACTERS) {
            throw new SealException(Reason.TOO_LARGE, "expected at most " + MAXIMUM_CHARACTERS + " characters");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new SealException(Reason.MALFORMED, "expected a compact JWS of three parts, found " + parts.length);
        }
        JwsHeader header = JwsHeader.parse(parts[0]);
        byte[] signature = Base64Url.decode(parts[2]);
        if (signature.length != VerifyingKey.SIGNATURE_BYTES) {
            throw new SealException(Reason.MALFORMED, "expected 64 bytes of signature, found " + signature.length);
        }
        return new Jws(header, parts[0] + "." + parts[1], Base64Url.decode(parts[1]), signature);
    }

    /**
     * Parses and verifies with the key that the header names.
     *
     * @param keys registered keys; answers empty for a key that nobody registered or that was revoked
     * @return the payload
     */
    public static byte[] verified(String compact, Function<KeyId, Optional<VerifyingKey>> keys) throws SealException {
        Jws jws = parse(compact);
        VerifyingKey key = keys.apply(jws.keyId())
                .orElseThrow(() -> new SealException(Reason.KEY_UNKNOWN, "no registered key has this id"));
        return jws.verify(key);
    }

    /**
     * Verifies with this key and returns the payload.
     *
     * @throws SealException {@code KEY_UNKNOWN} when the header names another key, {@code SIGNATURE_INVALID} otherwise
     */
    public byte[] verify(VerifyingKey key) throws SealException {
        if (!key.id().equals(header.keyId())) {
            throw new SealException(Reason.KEY_UNKNOWN, "the header names another key");
        }
        if (!key.verifies(signingInput.getBytes(StandardCharsets.US_ASCII), signature)) {
            throw new SealException(Reason.SIGNATURE_INVALID, "the signature is not the key's over these bytes");
        }
        return payload.clone();
    }

    /** The key that the header names; unverified. */
    public KeyId keyId() {
        return header.keyId();
    }

    /** The {@code typ} of the header, if any; unverified. */
    public Optional<String> type() {
        return header.type();
    }

    /** The payload before verification, for looking up whose key to verify with; never act on it. */
    public byte[] unverifiedPayload() {
        return payload.clone();
    }

    @Override
    public String toString() {
        return "Jws[kid=" + header.keyId() + "]";
    }
}
