package dk.rettidig.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a notification was delivered. {@code toString} hides what the sender calls it.
 *
 * @param registry who delivered it
 * @param called what the sender calls it: where its letter is found
 * @param content SHA-256 of what was delivered but for the child, 64 hexadecimal digits
 * @param incident what the sender calls the incident
 */
public record Arrival(
        String registry,
        String called,
        NotificationId notification,
        UUID delivery,
        String content,
        Optional<String> incident,
        Instant deliveredAt) {

    @Override
    public String toString() {
        return "Arrival[hidden]";
    }
}
