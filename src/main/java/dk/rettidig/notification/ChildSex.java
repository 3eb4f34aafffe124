package dk.rettidig.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The child's sex as a notification states it: for counting, for the child's own extract, and for nothing else (ADR 0150). Where
 * nobody states it, it is unknown and there is no row.
 */
public enum ChildSex {
    FEMALE("Pige", "Girl"),
    MALE("Dreng", "Boy");

    private final String danish;
    private final String english;

    ChildSex(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows, addresses and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word on a page. */
    public String danish() {
        return danish;
    }

    /** The word on a page in English. */
    public String english() {
        return english;
    }

    /** Parses the word. */
    public static Optional<ChildSex> parse(String id) {
        return Arrays.stream(values()).filter(sex -> sex.id().equals(id)).findFirst();
    }
}
