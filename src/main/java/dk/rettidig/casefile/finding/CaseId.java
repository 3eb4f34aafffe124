package dk.rettidig.casefile.finding;

import java.util.UUID;

/** Names a case in which something was found. Random: it says nothing about the child. */
public record CaseId(UUID value) {

    /** A new one. */
    static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /** A text that is no id counts as one that nothing has. */
    public static CaseId asked(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return new CaseId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
