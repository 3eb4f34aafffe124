package dk.rettidig.flag;

import java.util.Objects;
import java.util.UUID;

/** The random id of a flag; carries no order, so that it cannot show strength. */
public record FlagId(UUID value) implements Comparable<FlagId> {

    public FlagId {
        Objects.requireNonNull(value);
    }

    /** Parses the printed form (RFC 9562 section 4). */
    public static FlagId parse(String text) {
        return new FlagId(UUID.fromString(text));
    }

    /** An id from outside. A text that is none counts as one that no flag has: asked for, refused and recorded like it. */
    public static FlagId asked(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException notAnId) {
            return new FlagId(new UUID(0, 0));
        }
    }

    @Override
    public int compareTo(FlagId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
