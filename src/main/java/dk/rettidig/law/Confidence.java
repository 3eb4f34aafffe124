package dk.rettidig.law;

import java.util.Arrays;
import java.util.Optional;

/** How the facts of an entry were established. Says how far a register may be trusted, not whether it is right. */
public enum Confidence {
    /** The statute, decision or authority's page was read. */
    READ("read"),
    /** Read in a secondary source only. */
    READ_SECONDARY("read-secondary"),
    /** From memory, confident. */
    MEMORY_HIGH("memory-high"),
    /** From memory. */
    MEMORY("memory"),
    /** From memory, weak: can only restrict. */
    MEMORY_LOW("memory-low"),
    /** Our own proposal, no rule of law. */
    PROPOSAL("proposal");

    /** The words, for messages. */
    public static final String CHOICES = "read, read-secondary, memory-high, memory, memory-low, proposal";

    private final String id;

    Confidence(String id) {
        this.id = id;
    }

    /** The word in policies and entries. */
    public String id() {
        return id;
    }

    /** Parses the word of policies. */
    public static Optional<Confidence> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
