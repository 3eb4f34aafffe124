package dk.rettidig.seal;

/** A key, signature or ciphertext that does not hold. The message never carries key material or content. */
public final class SealException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** A failure with the reason and what was expected and found, in words that are safe to show. */
    public SealException(Reason reason, String detail) {
        super(reason.code() + ": " + detail);
        this.reason = reason;
    }

    /** A failure with its cause, which is logged and never shown. */
    public SealException(Reason reason, String detail, Throwable cause) {
        super(reason.code() + ": " + detail, cause);
        this.reason = reason;
    }

    /** Why it does not hold. */
    public Reason reason() {
        return reason;
    }

    /** Why something does not hold. */
    public enum Reason {
        /** Not base64url without padding in its one canonical form (RFC 4648 sections 3.5 and 5). */
        NOT_CANONICAL,
        /** Longer than its cap. */
        TOO_LARGE,
        /** Not of the form that is called for. */
        MALFORMED,
        /** An algorithm other than the one that is called for. */
        ALGORITHM_REFUSED,
        /** No key id, or one that is not an RFC 7638 thumbprint. */
        KEY_ID_REFUSED,
        /** A header member that could redirect verification ({@code crit}, {@code jwk}, {@code x5u}, ...). */
        HEADER_REFUSED,
        /** The {@code typ} is not the one that is called for. */
        TYPE_REFUSED,
        /** Nobody registered the key. */
        KEY_UNKNOWN,
        /** Not a point of the prime-order group, or of small order. */
        KEY_WEAK,
        /** The signature is not the key's over these bytes. */
        SIGNATURE_INVALID,
        /** The ciphertext is not what was sealed under this key and context. */
        CIPHERTEXT_INVALID,
        /** A key file that others may read, that is a link, or that cannot be read or written. */
        KEY_FILE_REFUSED;

        /** The reason in snake case. */
        public String code() {
            return "seal_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
