package dk.rettidig.pseudonym;

/** Something in the protocol of RFC 9497 that was refused. Names no input and no element. */
public final class OprfException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    public enum Reason {
        /** Bytes that are not the compressed SEC1 form of a point of P-256, 33 bytes. */
        NOT_AN_ELEMENT,
        /** The point at infinity, which would give everybody the same pseudonym. */
        IDENTITY,
        /** Bytes that are not a scalar from 1 to the group's order minus 1, 32 bytes. */
        NOT_A_SCALAR,
        /** The proof is absent, malformed or not one for this key and these elements. */
        PROOF,
        /** No elements, more than {@link Blinding#LARGEST_BATCH}, or fewer or more in the answer than were asked for. */
        BATCH,
        /** An input longer than 65,535 bytes or one that hashes to the identity (RFC 9497 section 3.3.1). */
        INPUT,
        /** Shares of a key that do not belong together, too few of them, or the same one twice. */
        SHARES
    }

    private final Reason reason;

    /** Refused for the reason. */
    public OprfException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
