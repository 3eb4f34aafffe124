package dk.rettidig.feed;

import java.util.Arrays;
import java.util.Optional;

/** What the absence of a row in a delivery means. */
public enum DeliveryMode {
    /** The delivery holds all that is known in the note's period: what was asserted before and is absent is retracted. */
    FULL("full"),
    /** The delivery holds changes only: absence says nothing. */
    DELTA("delta");

    private final String id;

    DeliveryMode(String id) {
        this.id = id;
    }

    /** The word in notes, columns and entries. */
    public String id() {
        return id;
    }

    /** Parses the word of a note. */
    public static Optional<DeliveryMode> parse(String id) {
        return Arrays.stream(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }
}
