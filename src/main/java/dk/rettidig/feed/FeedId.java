package dk.rettidig.feed;

import dk.rettidig.pseudonym.CprDetector;
import java.util.Objects;

/** The id of a feed agreement, for instance {@code skole-fravaer-999}. */
public record FeedId(String value) implements Comparable<FeedId> {

    public FeedId {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("a feed id is 2 to 64 lower case letters, digits, '.', '_' and '-'");
        }
    }

    /** Whether a text from outside can be a feed id. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]{1,63}") && !CprDetector.found(text);
    }

    @Override
    public int compareTo(FeedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
