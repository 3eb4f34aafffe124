package dk.rettidig.notification;

import java.util.UUID;

/** Names a notification. Random: it says nothing about child, notifier or order. */
public record NotificationId(UUID value) {

    /** A new one. */
    public static NotificationId random() {
        return new NotificationId(UUID.randomUUID());
    }

    /** A text that is no id counts as one that nothing has. */
    public static NotificationId asked(String text) {
        try {
            return new NotificationId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return new NotificationId(new UUID(0, 0));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
