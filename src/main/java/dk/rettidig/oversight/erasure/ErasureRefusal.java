package dk.rettidig.oversight.erasure;

import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.Optional;

/** Why a request for erasure is refused. */
public enum ErasureRefusal {
    /** GDPR 17(3)(b): the duty to keep a record, or an official task, requires the data. */
    RECORD_DUTY(
            "record_duty",
            "Journaliseringspligten eller en myndighedsopgave kræver oplysningerne",
            "The duty to keep a record, or an official task, requires the data"),
    /** No ground of GDPR 17(1) is there. */
    NO_GROUND("no_ground", "Der er ingen grund til sletning", "There is no ground for erasure"),
    /** Whoever asked does not ask any more, or the request was about another child. */
    WITHDRAWN(
            "withdrawn",
            "Anmodningen er trukket tilbage eller gjaldt et andet barn",
            "The request was withdrawn, or was about another child");

    private final String id;
    private final String danish;
    private final String english;

    ErasureRefusal(String id, String danish, String english) {
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
    public static Optional<ErasureRefusal> parse(String id) {
        return Arrays.stream(values()).filter(refusal -> refusal.id.equals(id)).findFirst();
    }
}
