package dk.rettidig.followup;

import java.util.UUID;

/** The id of a follow-up: random, so that it says nothing about child or order. */
public record FollowUpId(UUID value) {

    /** A new one. */
    public static FollowUpId random() {
        return new FollowUpId(UUID.randomUUID());
    }

    /** A text that is no id counts as one that nothing has. */
    public static FollowUpId asked(String text) {
        try {
            return new FollowUpId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return new FollowUpId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
