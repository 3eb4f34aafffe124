package dk.rettidig.casefile.supervision;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Optional;

/** Who made the frame. */
public enum FrameSource {
    /** Somebody uploaded it: a case could have been left out. */
    UPLOADED("uploaded", "en fil, som nogen har lavet", "a file that somebody made"),
    /** The service itself, from what was delivered to it: nobody could leave a case out. */
    SERVICE("service", "tjenesten selv, af det leverede", "the service itself, from what was delivered");

    private final String id;
    private final String danish;
    private final String english;

    FrameSource(String id, String danish, String english) {
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
    public static Optional<FrameSource> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
