package dk.rettidig.oversight.halt;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Optional;

/** Why erasure is halted. */
public enum HaltKind {
    /** Somebody asked what is held (GDPR article 15): it must still be there when it is given. */
    ACCESS_REQUEST("access_request", "Anmodning om indsigt", "Access request"),
    /** Somebody objected (GDPR article 21): the child is not calculated either. */
    OBJECTION("objection", "Indsigelse", "Objection"),
    /** Somebody complained (RSL § 67; GDPR article 77): whoever decides must be able to see what was decided on. */
    COMPLAINT("complaint", "Klage", "Complaint");

    private final String id;
    private final String danish;
    private final String english;

    HaltKind(String id, String danish, String english) {
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
    public static Optional<HaltKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
