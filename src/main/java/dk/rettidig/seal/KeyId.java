package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.util.Objects;

/** The id of a public key: its RFC 7638 thumbprint (SHA-256 of the canonical JWK), 43 characters of base64url. */
public record KeyId(String value) implements Comparable<KeyId> {

    public KeyId {
        Objects.requireNonNull(value);
        if (!value.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("a key id is 43 characters of base64url");
        }
    }

    /**
     * Parses a key id from outside.
     *
     * @throws SealException {@code KEY_ID_REFUSED} when it is not a thumbprint
     */
    public static KeyId parse(String text) throws SealException {
        if (!text.matches("[A-Za-z0-9_-]{43}")) {
            throw new SealException(Reason.KEY_ID_REFUSED, "expected an RFC 7638 thumbprint of 43 characters");
        }
        return new KeyId(text);
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
