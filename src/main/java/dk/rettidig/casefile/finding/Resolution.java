package dk.rettidig.casefile.finding;

import dk.rettidig.web.Language;
import java.util.Arrays;

/** Why nothing is missing any more. */
public enum Resolution {
    DONE("done", "Registreret", "On record"),
    DONE_LATE("done_late", "Registreret, men ikke i tide", "On record, but not in time"),
    NOT_DEMANDED("not_demanded", "Kræves ikke længere", "Not demanded any more"),
    LEFT_SCOPE("left_scope", "Sagen er ikke længere i omfang", "The case left scope"),
    RULE_CHANGED("rule_changed", "Reglen er ændret eller trukket tilbage", "The rule was changed or withdrawn");

    private final String id;
    private final String danish;
    private final String english;

    Resolution(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows and answers. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public String text(Language language) {
        return language.choose(danish, english);
    }

    /** The one with this word. */
    public static Resolution of(String id) {
        return Arrays.stream(values())
                .filter(value -> value.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resolution is called " + id));
    }
}
