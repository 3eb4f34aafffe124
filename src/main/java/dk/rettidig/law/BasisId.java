package dk.rettidig.law;

import java.util.Objects;

/**
 * The id of a legal basis in {@code policies/legal-bases.yaml}, for instance {@code lb.notification}. Never six digits in a
 * row: ids that people send are recorded, and none may be taken for a CPR number.
 */
public record BasisId(String value) {

    public BasisId {
        Objects.requireNonNull(value);
        if (!value.matches("(?!.*[0-9]{6})[a-z0-9][a-z0-9._-]{1,63}")) {
            throw new IllegalArgumentException("a legal basis id is lower case letters, digits, '.', '_' and '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
