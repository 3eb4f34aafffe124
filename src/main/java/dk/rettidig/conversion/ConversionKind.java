package dk.rettidig.conversion;

import java.util.Arrays;
import java.util.Optional;

/** What a pair of pseudonyms of the same child means. */
public enum ConversionKind {
    /** The domain's key is replaced: every child in scope has a pseudonym in the next epoch. */
    ROTATION,
    /** Two pseudonyms of one domain turned out to be one child: a local id that got a number, an old number and a new one. */
    MERGE,
    /** The child moved to another municipality: scope here ends. */
    MOVE,
    /** What a source with a domain of its own calls the child, and what the child is called here. */
    SOURCE;

    /** Whether it can have no pair: a municipality without a child in scope can change its keys, too. */
    public boolean mayBeEmpty() {
        return this == ROTATION || this == SOURCE;
    }

    /** The word on the wire, in columns and entries. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind of a word. */
    public static Optional<ConversionKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
