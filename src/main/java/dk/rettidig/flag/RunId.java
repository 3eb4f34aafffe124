package dk.rettidig.flag;

import java.util.Objects;
import java.util.UUID;

/** The random id of a run; says nothing about when or over whom it ran. */
public record RunId(UUID value) {

    public RunId {
        Objects.requireNonNull(value);
    }

    /** Parses the printed form (RFC 9562 section 4). */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
