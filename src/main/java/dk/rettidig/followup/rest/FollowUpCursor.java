package dk.rettidig.followup.rest;

import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.FollowUps.Place;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the list ended: when the child came on it and the id, the whole order of the list. */
final class FollowUpCursor {

    private static final char SEPARATOR = '/';

    private FollowUpCursor() {}

    static String of(FollowUp last) {
        String text = last.listedAt().toString() + SEPARATOR + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int separator = text.indexOf(SEPARATOR);
            return new Place(
                    Instant.parse(text.substring(0, Math.max(separator, 0))),
                    new FollowUpId(UUID.fromString(text.substring(separator + 1))));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            throw new BadRequestException(notACursor);
        }
    }
}
