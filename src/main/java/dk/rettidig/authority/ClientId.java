package dk.rettidig.authority;

import dk.rettidig.pseudonym.CprDetector;
import java.util.Objects;

/** The id of whoever may ask for evaluations, a registry or a municipality's vault: the {@code iss} of its requests. */
public record ClientId(String value) {

    public ClientId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a client id is 2 to 64 lower case letters, digits, '.', '_' and '-', and no CPR number");
        }
    }

    /** Whether a text from outside can be a client id. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]{1,63}") && !CprDetector.found(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
