package dk.rettidig.merkle;

/** A proof proves nothing. Says why, with what was expected and what was found. */
public final class ProofException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String expected;
    private final String actual;

    private ProofException(Reason reason, String expected, String actual) {
        super(reason.english + ": expected " + expected + ", found " + actual);
        this.reason = reason;
        this.expected = expected;
        this.actual = actual;
    }

    static ProofException of(Reason reason, Object expected, Object actual) {
        return new ProofException(reason, expected.toString(), actual.toString());
    }

    static ProofException mismatch(Reason reason, Hash expected, Hash actual) {
        return new ProofException(reason, expected.hex(), actual.hex());
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What would have been right: a number or a hash in hexadecimal. */
    public String expected() {
        return expected;
    }

    /** What was there instead. */
    public String actual() {
        return actual;
    }

    /** Why a proof proves nothing. */
    public enum Reason {
        /** A size is negative, above 2^62, or 0 where a tree with leaves is needed. */
        SIZE_OUT_OF_RANGE("the tree size is out of range"),
        /** The earlier tree is larger than the later one. */
        SIZES_REVERSED("the earlier tree is larger than the later one"),
        /** The index is negative or not below the tree size. */
        INDEX_NOT_IN_TREE("the index is not in the tree"),
        /** The path is shorter or longer than index and sizes demand. */
        WRONG_LENGTH("the path has not the exact length"),
        /** The path does not lead to the earlier tree's root. */
        FIRST_ROOT_MISMATCH("the path does not lead to the earlier root"),
        /** The path does not lead to the root. */
        ROOT_MISMATCH("the path does not lead to the root");

        private final String english;

        Reason(String english) {
            this.english = english;
        }
    }
}
