package dk.rettidig.review.explanation;

/** Who reads an explanation. */
public enum Audience {
    /** A parent or another holder of custody. */
    PARENT,
    /** The child; the text is one that a child of 12 can read. */
    CHILD
}
