package dk.rettidig.casefile.finding.rest;

import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseFindings.Place;
import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/** Where a page of the list ended: last day and number, the whole order of the list. */
public final class CaseFindingCursor {

    private static final char SEPARATOR = '/';

    private CaseFindingCursor() {}

    /** The place of a line, as text. */
    public static String of(Listing last) {
        String text = last.finding().found().due().map(LocalDate::toString).orElse("")
                + SEPARATOR
                + last.finding().number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The place that a text names.
     *
     * @throws BadRequestException for a text that is no cursor
     */
    public static Place parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int separator = text.indexOf(SEPARATOR);
            String due = text.substring(0, Math.max(separator, 0));
            return new Place(
                    due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due)),
                    Long.parseLong(text.substring(separator + 1)));
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            throw new BadRequestException(notACursor);
        }
    }
}
