package dk.rettidig.review;

import java.util.Arrays;
import java.util.Optional;

/** The outcomes there are. */
public enum OutcomeKind {
    NO_REASON("no_reason"),
    OPEN_CASE("open_case"),
    SCREENING_OPENED("screening_opened"),
    COUNSELLING_OFFERED("counselling_offered"),
    VALUE_WRONG("value_wrong");

    private final String id;

    OutcomeKind(String id) {
        this.id = id;
    }

    /** The word in forms, answers, columns and entries. */
    public String id() {
        return id;
    }

    /** The kind with this word. */
    public static Optional<OutcomeKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
