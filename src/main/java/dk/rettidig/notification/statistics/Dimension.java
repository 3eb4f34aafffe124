package dk.rettidig.notification.statistics;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what is counted. */
public enum Dimension {
    TOTAL("I alt", "In all"),
    NOTIFIER("Hvem der underretter", "Who notifies"),
    CAUSE("Årsag", "Cause"),
    AGE("Barnets alder", "Age of the child"),
    SEX("Barnets køn", "Sex of the child");

    private final String danish;
    private final String english;

    Dimension(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows, addresses, JSON and CSV. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String words(Language language) {
        return language.choose(danish, english);
    }

    /** Parses the word. */
    public static Optional<Dimension> parse(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
