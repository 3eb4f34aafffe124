package dk.rettidig.handover.rest;

import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.Handovers.Place;
import dk.rettidig.handover.OwnSide;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the list ended: when the handover was written and its id, the whole order of the list. */
final class HandoverCursor {

    private static final char SEPARATOR = '/';

    private HandoverCursor() {}

    static String of(OwnSide last) {
        String text = last.announcedAt().toString() + SEPARATOR + last.handover();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int separator = text.indexOf(SEPARATOR);
            return new Place(
                    Instant.parse(text.substring(0, Math.max(separator, 0))),
                    new HandoverId(UUID.fromString(text.substring(separator + 1))));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            throw new BadRequestException(notACursor);
        }
    }
}
