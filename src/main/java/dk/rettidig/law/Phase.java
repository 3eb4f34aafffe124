package dk.rettidig.law;

import java.util.Arrays;
import java.util.Optional;

/** How far a processing has come; each phase needs a basis of its own (Datatilsynet 2023-212-0015). */
public enum Phase {
    DEVELOPMENT("development", "udvikling", "development"),
    SHADOW("shadow", "skyggedrift", "shadow"),
    OPERATION("operation", "drift", "operation"),
    DEMO("demo", "demonstration", "demo on synthetic data");

    private final String id;
    private final String danish;
    private final String english;

    Phase(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** Whether a run of this phase raises flags that people see; one of the others only counts. */
    public boolean raisesFlags() {
        return this == OPERATION || this == DEMO;
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
    public static Optional<Phase> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
