package dk.rettidig.review.rest;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagState;
import dk.rettidig.flag.RunId;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the list ended: deadline and id, the whole order of the list. */
final class FlagCursor {

    private static final char SEPARATOR = '/';

    private FlagCursor() {}

    static String of(FlagListing last) {
        String text = last.deadline().toString() + SEPARATOR + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A listing at the cursor's place in the order; only its place means anything. */
    static FlagListing parse(String cursor, MunicipalityCode municipality) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int separator = text.indexOf(SEPARATOR);
            return new FlagListing(
                    FlagId.parse(text.substring(separator + 1)),
                    municipality,
                    new RunId(new UUID(0, 0)),
                    Instant.parse(text.substring(0, Math.max(separator, 0))),
                    new FlagState.Open(),
                    0,
                    false);
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            throw new BadRequestException(notACursor);
        }
    }
}
