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

    @Override
    public int compareTo(FlagId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
