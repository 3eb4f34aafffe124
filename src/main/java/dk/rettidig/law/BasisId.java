package dk.rettidig.law;

import java.util.Objects;

/** The id of a legal basis in {@code policies/legal-bases.yaml}, for instance {@code lb.notification}. */
public record BasisId(String value) {

    public BasisId {
        Objects.requireNonNull(value);
        if (!value.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
            throw new IllegalArgumentException("a legal basis id is lower case letters, digits, '.', '_' and '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
