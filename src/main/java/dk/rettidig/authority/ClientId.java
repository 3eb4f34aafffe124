package dk.rettidig.authority;

import java.util.Objects;

/** The id of whoever may ask for evaluations, a registry or a municipality's vault: the {@code iss} of its requests. */
public record ClientId(String value) {

    public ClientId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a client id is 2 to 64 lower case letters, digits, '.', '_' and '-', with fewer than six digits in a row");
        }
    }

    /** Whether a text from outside can be a client id; six digits in a row could begin a CPR number. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]{1,63}") && !text.matches(".*[0-9]{6}.*");
    }

    @Override
    public String toString() {
        return value;
    }
}
