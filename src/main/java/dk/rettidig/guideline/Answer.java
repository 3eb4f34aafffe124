package dk.rettidig.guideline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a self-check says of an attention point. */
public enum Answer {
    YES("Ja, det er besvaret", "Yes, it is answered"),
    PARTLY("Delvist", "Partly"),
    NO("Nej", "No"),
    NOT_RELEVANT("Ikke relevant hos os", "Not relevant with us");

    private final String danish;
    private final String english;

    Answer(String danish, String english) {
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

    /** Whether something is to be improved. */
    public boolean lacking() {
        return this == PARTLY || this == NO;
    }

    /** Parses the word. */
    public static Optional<Answer> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
