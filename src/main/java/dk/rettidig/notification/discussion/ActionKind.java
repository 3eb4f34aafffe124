package dk.rettidig.notification.discussion;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done about a figure. */
public enum ActionKind {
    /** Told about the duty to notify (BL § 133). */
    DUTY("Fortalt om underretningspligten", "Told about the duty to notify"),
    EARLY_SIGNS("Fortalt om tidlige tegn", "Told about early signs"),
    MEETING("Møde", "Meeting"),
    /** The note says what. */
    OTHER("Andet", "Other");

    private final String danish;
    private final String english;

    ActionKind(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows, forms and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String words(Language language) {
        return language.choose(danish, english);
    }

    /** Parses the word. */
    public static Optional<ActionKind> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
