package dk.rettidig.oversight;

import dk.rettidig.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A query as it arrives in a form or an address: texts, empty where nothing is asked.
 *
 * @param from first day, ISO 8601, UTC
 * @param to last day
 */
public record QueryTexts(
        String handle,
        String type,
        String action,
        String purpose,
        String basis,
        String from,
        String to,
        boolean refused,
        boolean exported) {

    /**
     * The query.
     *
     * @throws OversightFault {@code ledger_query_malformed} with the field that is wrong
     */
    public EntryQuery query() {
        Optional<Instant> first = day("from", from);
        Optional<Instant> after = day("to", to).map(day -> day.plus(java.time.Duration.ofDays(1)));
        if (first.isPresent() && after.isPresent() && !first.get().isBefore(after.get())) {
            throw malformed("to");
        }
        return new EntryQuery(
                text("handle", handle),
                text("type", type),
                text("action", action),
                text("purpose", purpose),
                text("basis", basis),
                first,
                after,
                refused,
                exported);
    }

    private static Optional<String> text(String field, String value) {
        String stripped = value.strip();
        if (stripped.length() > EntryQuery.LONGEST || stripped.indexOf('\0') >= 0) {
            throw malformed(field);
        }
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /** The day, ISO 8601; empty for an empty text. */
    public static Optional<LocalDate> date(String field, String value) {
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException notADay) {
            throw malformed(field);
        }
    }

    private static Optional<Instant> day(String field, String value) {
        Optional<LocalDate> day = date(field, value);
        if (day.isPresent() && (day.get().getYear() < 1900 || day.get().getYear() > 9998)) {
            throw malformed(field);
        }
        return day.map(Words::dayBegins);
    }

    private static OversightFault malformed(String field) {
        return new OversightFault(OversightErrorCode.QUERY_MALFORMED, field);
    }
}
