package dk.rettidig.access;

import java.util.Objects;

/**
 * The stable name of an actor: a registry's id, or the subject under which the identity provider knows a person. It
 * stays out of the public record, where actors appear under random handles; {@code toString} hides it.
 */
public record ActorName(String value) {

    /** Most characters (OpenID Connect Core 1.0 section 2, {@code sub}). */
    public static final int LONGEST = 255;

    public ActorName {
        Objects.requireNonNull(value);
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("an actor's name has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return "ActorName[hidden]";
    }
}
