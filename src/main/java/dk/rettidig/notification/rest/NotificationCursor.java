package dk.rettidig.notification.rest;

import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications.Listing;
import dk.rettidig.notification.Notifications.Place;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the list ended: next deadline and id, the whole order of the list. */
final class NotificationCursor {

    private static final char SEPARATOR = '/';

    private NotificationCursor() {}

    static String of(Listing last) {
        String text = last.nextDue().map(Instant::toString).orElse("")
                + SEPARATOR
                + last.notification().id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int separator = text.indexOf(SEPARATOR);
            String due = text.substring(0, Math.max(separator, 0));
            return new Place(
                    due.isEmpty() ? Instant.MAX : Instant.parse(due),
                    new NotificationId(UUID.fromString(text.substring(separator + 1))));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            throw new BadRequestException(notACursor);
        }
    }
}
