package dk.rettidig.review.reidentification;

import java.util.Objects;
import java.util.UUID;

/** The random id of a request for re-identification. */
public record ReidentificationId(UUID value) {

    public ReidentificationId {
        Objects.requireNonNull(value);
    }

    /** A fresh id. */
    static ReidentificationId fresh() {
        return new ReidentificationId(UUID.randomUUID());
    }

    /** An id from outside. A text that is none counts as one that no request has: asked for and refused like it. */
    public static ReidentificationId asked(String text) {
        try {
            return new ReidentificationId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return new ReidentificationId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
