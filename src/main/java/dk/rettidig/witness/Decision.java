package dk.rettidig.witness;

/** What a witness says to a submission; each is one HTTP status of C2SP tlog-witness, "add-checkpoint". */
sealed interface Decision {

    /** 200: the checkpoint extends what was cosigned before, and is on the disk. */
    record Cosigned(String lines) implements Decision {}

    /** 400: not a submission, or an old size above the checkpoint's. */
    record Malformed(String why) implements Decision {}

    /** 403: no signature by a key that is trusted for this origin. */
    record Unsigned() implements Decision {}

    /** 404: a log that this witness does not follow. */
    record UnknownLog() implements Decision {}

    /** 409: another size was cosigned last, or the same size with another root. */
    record Conflict(long size) implements Decision {}

    /** 422: the proof does not show that the tree was extended. */
    record Inconsistent() implements Decision {}
}
