package dk.rettidig.feed;

import java.util.Objects;

/** The sender's id of a delivery ({@code jti}), the idempotency key: unique per registry. */
public record NoteId(String value) {

    public NoteId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("a delivery id is 1 to 128 letters, digits and . _ : ~ -");
        }
    }

    /** Whether a text from outside can be a delivery id. */
    public static boolean isValid(String text) {
        return text.matches("[A-Za-z0-9._:~-]{1,128}");
    }

    @Override
    public String toString() {
        return value;
    }
}
