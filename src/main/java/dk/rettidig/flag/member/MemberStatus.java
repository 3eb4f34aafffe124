package dk.rettidig.flag.member;

/** What became of a child in a run. A child above the threshold whom the lot passed over is {@code SCORED}: no trace stays. */
public enum MemberStatus {
    /** The model was asked and no flag was raised. */
    SCORED((byte) 0),
    /** Too little was known to ask the model. */
    ABSTAINED((byte) 1),
    /** A flag was raised. */
    FLAGGED((byte) 2);

    private final byte code;

    MemberStatus(byte code) {
        this.code = code;
    }

    /** The byte in the leaf; never changes meaning. */
    public byte code() {
        return code;
    }
}
