package dk.rettidig.handover;

import java.util.UUID;

/** Names a handover, to both municipalities. Random: it says nothing about the child, the municipalities or the order. */
public record HandoverId(UUID value) {

    /** A new one. */
    public static HandoverId random() {
        return new HandoverId(UUID.randomUUID());
    }

    /** A text that is no id counts as one that nothing has. */
    public static HandoverId asked(String text) {
        try {
            return new HandoverId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return new HandoverId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
