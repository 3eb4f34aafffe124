package dk.rettidig.checkpoint;

/** A note, key, checkpoint or proof file is not what it has to be. Says why; never quotes more than a key's name. */
public final class CheckpointException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CheckpointException(Reason reason, String detail) {
        super(reason.english + ": " + detail);
        this.reason = reason;
    }

    CheckpointException(Reason reason, String detail, Throwable cause) {
        super(reason.english + ": " + detail, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a note, key, checkpoint or proof file is refused. */
    public enum Reason {
        /** Longer than any honest one, or with more signatures. */
        TOO_LARGE("too large"),
        /** Not UTF-8, or with control characters other than newline. */
        BAD_CHARACTERS("characters that a note must not have"),
        /** No text, no blank line before the signatures, or no final newline. */
        BAD_NOTE("not a signed note"),
        /** A signature line that breaks the rules. */
        BAD_SIGNATURE_LINE("not a signature line"),
        /** A key that breaks the rules, has the wrong id or an algorithm that is not supported. */
        BAD_KEY("not a usable key"),
        /** No signature by a known key. */
        NO_KNOWN_SIGNATURE("no signature by a known key"),
        /** A known key's signature does not fit the text. */
        WRONG_SIGNATURE("the signature is wrong"),
        /** The text is not origin, size, root and extension lines. */
        BAD_CHECKPOINT("not a checkpoint"),
        /** The checkpoint is of another log than its key. */
        WRONG_ORIGIN("the checkpoint is of another log"),
        /** Not a proof file. */
        BAD_PROOF("not a proof file"),
        /** Not what a log sends to a witness. */
        BAD_SUBMISSION("not a submission to a witness");

        private final String english;

        Reason(String english) {
            this.english = english;
        }
    }
}
