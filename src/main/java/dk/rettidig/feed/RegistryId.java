package dk.rettidig.feed;

import dk.rettidig.pseudonym.CprDetector;
import java.util.Objects;

/** The id of a municipal source system, for instance {@code skole-999}; the {@code iss} of its notes. */
public record RegistryId(String value) implements Comparable<RegistryId> {

    /** The holder of the municipality's vault: delivers conversions of pseudonyms and no rows. */
    public static final RegistryId VAULT = new RegistryId("vault");

    public RegistryId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("a registry id is 2 to 64 lower case letters, digits, '.', '_' and '-'");
        }
    }

    /** Whether a text from outside can be a registry id. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]{1,63}") && !CprDetector.found(text);
    }

    @Override
    public int compareTo(RegistryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
