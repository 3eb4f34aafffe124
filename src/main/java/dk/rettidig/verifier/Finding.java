package dk.rettidig.verifier;

import java.util.OptionalLong;

/**
 * Something that is not as it should be.
 *
 * @param kind what
 * @param index the entry it concerns, from 0, if one can be named
 * @param danish in Danish, for people
 * @param english in English, for people
 */
public record Finding(Kind kind, OptionalLong index, String danish, String english) {

    static Finding at(Kind kind, long index, String danish, String english) {
        return new Finding(kind, OptionalLong.of(index), danish, english);
    }

    static Finding whole(Kind kind, String danish, String english) {
        return new Finding(kind, OptionalLong.empty(), danish, english);
    }

    /** What can be wrong; the lower case name is the stable code in JSON. */
    public enum Kind {
        /** The note is malformed, signed by nobody known, wrongly signed or of another log. */
        CHECKPOINT,
        /** An entry is missing: the bundle ends before it. */
        ENTRY_MISSING,
        /** There are bytes or bundles that the checkpoint does not cover. */
        BEYOND_CHECKPOINT,
        /** An entry's hash is another than the hash tile's. */
        ENTRY_ALTERED,
        /** A hash tile is missing, has a wrong length, or differs though the entries are right. */
        TILE,
        /** The tree over the entries has another root than the checkpoint signs. */
        ROOT,
        /** An entry is not JSON, not canonical, of an unknown version or of the wrong shape. */
        ENTRY_FORM,
        /** A running count has a gap or repeats. */
        COUNT,
        /** The checkpoint is older than one seen before. */
        ROLLBACK,
        /** The record does not extend the one seen before. */
        HISTORY,
        /** An entry's proof proves nothing. */
        PROOF,
        /** The frame of a draw is another than the one bound before, or was bound too late. */
        FRAME,
        /** The seed of a draw is another than the one that had to come. */
        SEED,
        /** What was drawn is not what the seed draws. */
        DRAW
    }
}
