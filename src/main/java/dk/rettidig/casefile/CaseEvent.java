package dk.rettidig.casefile;

import java.time.LocalDate;

/**
 * Something that the case system has on record: a day and a kind, no content.
 *
 * @param event the id of an indicator that comes from the case system, for instance {@code CASE_PLACED}
 * @param code what the indicator's code says, for instance 2 for without consent; 1 when there is only one
 */
public record CaseEvent(LocalDate day, String event, int code) {

    /** Parses {@code 2026-01-15 CASE_AWARE} and {@code 2026-03-01 CASE_PLACED=2}, the form of examples. */
    public static CaseEvent parse(String text) {
        String[] parts = text.split("[ =]", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("an event is a day and a kind: 2026-03-01 CASE_PLACED=2");
        }
        return new CaseEvent(LocalDate.parse(parts[0]), parts[1], parts.length == 3 ? Integer.parseInt(parts[2]) : 1);
    }
}
