package dk.rettidig.notification.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a municipality is compared: a person chooses, and writes the choice into the figures. */
public enum ComparedAs {
    /** One of the country's. */
    OTHER,
    /** Its border is ours. */
    NEIGHBOUR,
    /** Of the same kind: size, age of its people, income. */
    SIMILAR,
    /** Both. */
    BOTH;

    /** The word in files, rows, addresses and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the word; nothing at all means {@link #OTHER}. */
    public static Optional<ComparedAs> parse(String id) {
        if (id.isEmpty()) {
            return Optional.of(OTHER);
        }
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether it belongs to a group that was asked for. */
    public boolean in(ComparedAs group) {
        return group == OTHER || this == group || this == BOTH;
    }
}
