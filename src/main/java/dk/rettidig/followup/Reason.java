package dk.rettidig.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a child is followed up. */
public enum Reason {
    REPEATED("Gentagne underretninger", "Repeated notifications"),
    GRAVE("Grov underretning", "Grave notification");

    private final String danish;
    private final String english;

    Reason(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String danish() {
        return danish;
    }

    /** The words on a page in English. */
    public String english() {
        return english;
    }

    /** Parses the word. */
    public static Optional<Reason> parse(String id) {
        return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
    }
}
