package dk.rettidig.guideline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a guideline is. */
public enum GuidelineState {
    DRAFT("Kladde", "Draft"),
    IN_FORCE("Gældende", "In force"),
    RETIRED("Udgået", "Retired");

    private final String danish;
    private final String english;

    GuidelineState(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows and JSON. */
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
    public static Optional<GuidelineState> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
