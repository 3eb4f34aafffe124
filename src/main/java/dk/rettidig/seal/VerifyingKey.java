package dk.rettidig.seal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032 section 5.1). Only points of the prime-order group are accepted: a key of small order
 * would verify one signature for many messages. Immutable and safe for use by many threads.
 */
public final class VerifyingKey {

    /** Bytes of an Ed25519 signature, RFC 8032 section 5.1.6. */
    static final int SIGNATURE_BYTES = 64;

    private static final int KEY_BYTES = 32;

    private final byte[] encoded;
    private final KeyId id;

    private VerifyingKey(byte[] encoded) {
        this.encoded = encoded;
        this.id = new KeyId(Base64Url.encode(sha256(jwk(encoded))));
    }

    /**
     * The key with this RFC 8032 encoding.
     *
     * @throws SealException {@code MALFORMED} unless 32 bytes, {@code KEY_WEAK} unless a point of the prime-order group
     */
    public static VerifyingKey of(byte[] encoded) throws SealException {
        if (encoded.length != KEY_BYTES) {
            throw new SealException(Reason.MALFORMED, "expected 32 bytes of key, found " + encoded.length);
        }
        byte[] copy = encoded.clone();
        if (!Ed25519.validatePublicKeyFull(copy, 0)) {
            throw new SealException(Reason.KEY_WEAK, "expected a canonical point of the prime-order group");
        }
        return new VerifyingKey(copy);
    }

    /** For keys derived from a private key, which are in the group by construction. */
    static VerifyingKey trusted(byte[] encoded) {
        return new VerifyingKey(encoded.clone());
    }

    /**
     * Parses a key written as base64url (43 characters), as PEM, or as a JWK (RFC 8037 section 2; a private part is
     * refused so that nobody hands one out by mistake).
     */
    public static VerifyingKey parse(String text) throws SealException {
        String stripped = text.strip();
        if (Pem.PUBLIC.matches(stripped)) {
            return of(Pem.PUBLIC.decode(stripped));
        }
        return stripped.startsWith("{") ? fromJwk(stripped) : of(Base64Url.decode(stripped));
    }

    private static VerifyingKey fromJwk(String text) throws SealException {
        JsonNode jwk = StrictJson.object(text, "a JWK");
        if (!jwk.path("kty").asText().equals("OKP") || !jwk.path("crv").asText().equals("Ed25519")) {
            throw new SealException(Reason.ALGORITHM_REFUSED, "expected kty OKP and crv Ed25519");
        }
        if (jwk.has("d") || !jwk.path("x").isTextual()) {
            throw new SealException(Reason.MALFORMED, "expected a public JWK with x and without d");
        }
        return of(Base64Url.decode(jwk.path("x").textValue()));
    }

    /** The RFC 7638 thumbprint. */
    public KeyId id() {
        return id;
    }

    /** The key's 32 bytes, a copy. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The key as base64url, 43 characters. */
    public String text() {
        return Base64Url.encode(encoded);
    }

    /** The key as a JWK with its required members in lexicographic order, as RFC 7638 section 3 hashes it. */
    public String jwk() {
        return jwk(encoded);
    }

    /** The key as PEM, RFC 8410 section 4. */
    public String pem() {
        return Pem.PUBLIC.encode(encoded);
    }

    /** Whether the signature is this key's over the message; false for a signature of any other length. */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && Ed25519.verify(signature.clone(), 0, encoded, 0, message, 0, message.length);
    }

    private static String jwk(byte[] encoded) {
        return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Base64Url.encode(encoded) + "\"}";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "VerifyingKey[" + id + "]";
    }
}
