package dk.rettidig.law;

import java.util.Objects;

/** The SHA-256 of a whole policy set in lower case hexadecimal; names the set in every decision. */
public record PolicyDigest(String value) {

    public PolicyDigest {
        Objects.requireNonNull(value);
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a policy digest is 64 lower case hexadecimal digits");
        }
    }

    /** The first twelve digits, for pages and logs. */
    public String brief() {
        return value.substring(0, 12);
    }

    @Override
    public String toString() {
        return value;
    }
}
