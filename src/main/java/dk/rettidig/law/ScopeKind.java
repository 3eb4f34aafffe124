package dk.rettidig.law;

import java.util.Arrays;
import java.util.Optional;

/** Which children a processing may reach. */
public enum ScopeKind {
    NONE("none", "ingen børn", "no children"),
    NOTIFIED("notified", "børn med en åben underretning", "children with an open notification"),
    OPEN_CASE("open-case", "børn med en åben sag", "children with an open case"),
    POPULATION("population", "alle børn", "all children");

    private final String id;
    private final String danish;
    private final String english;

    ScopeKind(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in policies, columns and entries. */
    public String id() {
        return id;
    }

    /** The word on Danish pages. */
    public String danish() {
        return danish;
    }

    /** The word on English pages. */
    public String english() {
        return english;
    }

    /** Parses the word of policies and requests. */
    public static Optional<ScopeKind> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
