package dk.rettidig.authority;

import java.util.Objects;
import java.util.regex.Pattern;

/** The id of whoever may ask for evaluations, a registry or a municipality's vault: the {@code iss} of its requests. */
public record ClientId(String value) {

    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}-?[0-9]{4}(?![0-9])");

    public ClientId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a client id is 2 to 64 lower case letters, digits, '.', '_' and '-', and no CPR number");
        }
    }

    /** Whether a text from outside can be a client id. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]{1,63}") && !hasTenDigits(text);
    }

    /** Whether a run of ten digits, with or without a hyphen after six, stands in a text: it could be a CPR number. */
    static boolean hasTenDigits(String text) {
        return TEN_DIGITS.matcher(text).find();
    }

    @Override
    public String toString() {
        return value;
    }
}
