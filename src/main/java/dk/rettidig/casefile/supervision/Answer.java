package dk.rettidig.casefile.supervision;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer answers to the question of a rule; the order is that of the form and of the agreement statistic. */
public enum Answer {
    YES("yes"),
    /** A fault. */
    NO("no"),
    NOT_APPLICABLE("not_applicable"),
    /** The file does not settle it. */
    UNDECIDABLE("undecidable");

    private final String id;

    Answer(String id) {
        this.id = id;
    }

    /** The word in rows and JSON. */
    public String id() {
        return id;
    }

    /** Whether it says that the rule was kept or did not concern the case. */
    boolean fine() {
        return this == YES || this == NOT_APPLICABLE;
    }

    /** Parses the word. */
    public static Optional<Answer> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
