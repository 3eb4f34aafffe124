package dk.rettidig.casefile.supervision;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Optional;

/** Which cases the frame has. */
public enum DrawnFrom {
    ALL_CASES("all_cases", "alle sager", "all cases"),
    PLACEMENTS("placements", "anbringelser", "placements"),
    FOLLOW_UP("follow_up", "opfølgningslisten", "the follow-up list");

    private final String id;
    private final String danish;
    private final String english;

    DrawnFrom(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in entries, rows and JSON. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public String text(Language language) {
        return language.choose(danish, english);
    }

    /** Parses the word. */
    public static Optional<DrawnFrom> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
