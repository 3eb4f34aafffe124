package dk.rettidig.guideline;

import java.util.UUID;

/** The id of a guideline in the register. */
public record GuidelineId(UUID value) {

    /** A new one. */
    public static GuidelineId random() {
        return new GuidelineId(UUID.randomUUID());
    }

    /** A text that is no id counts as one that nothing has. */
    public static GuidelineId asked(String text) {
        try {
            return new GuidelineId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return new GuidelineId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
