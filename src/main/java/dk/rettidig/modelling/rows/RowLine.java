package dk.rettidig.modelling.rows;

import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.Pseudonym;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of a file of training rows. Faults name file, line and column, never what stands there. Immutable. */
final class RowLine {

    /** No CPR number has this form: those have ten digits before any point. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}([.][0-9]{1,20})?");

    private final Path file;
    private final long number;
    private final Map<String, String> fields;

    RowLine(Path file, long number, Map<String, String> fields) {
        this.file = file;
        this.number = number;
        this.fields = Map.copyOf(fields);
    }

    /** A text in which nothing could be a person's number. */
    String text(String column) {
        String text = raw(column);
        if (CprDetector.found(text)) {
            throw new ModellingFault(ModellingErrorCode.ROWS_PERSON, place(column));
        }
        return text;
    }

    private String raw(String column) {
        return Optional.ofNullable(fields.get(column))
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + column));
    }

    Pseudonym pseudonym(String column) {
        String text = raw(column);
        if (CprDetector.scan(text) == CprDetector.Verdict.FOUND) {
            throw new ModellingFault(ModellingErrorCode.ROWS_PERSON, place(column));
        }
        try {
            return Pseudonym.parse(text);
        } catch (IllegalArgumentException e) {
            throw malformed(column, "a pseudonym: 43 characters of base64url");
        }
    }

    LocalDate date(String column) {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeException e) {
            throw malformed(column, "a date such as 2026-01-31");
        }
    }

    Instant moment(String column) {
        try {
            return Instant.parse(text(column));
        } catch (DateTimeException e) {
            throw malformed(column, "a moment such as 2026-01-31T12:00:00Z");
        }
    }

    double number(String column) {
        if (!NUMBER.matcher(raw(column)).matches()) {
            text(column);
            throw malformed(column, "a number with a decimal point");
        }
        return Double.parseDouble(raw(column));
    }

    /** The place of the text among these. */
    int choice(String column, List<String> choices) {
        int place = choices.indexOf(text(column));
        if (place < 0) {
            throw malformed(column, "one of " + String.join(", ", choices));
        }
        return place;
    }

    ModellingFault malformed(String column, String expected) {
        return RowFile.malformed(file, number, column, expected);
    }

    /** What is known of the future. */
    ModellingFault future(String column, LocalDate day) {
        Map<String, Object> details = new java.util.HashMap<>(place(column));
        details.put("expected", "at the latest " + day + ", Danish time");
        return new ModellingFault(ModellingErrorCode.ROWS_FUTURE, details);
    }

    /** An indicator that may not enter. */
    ModellingFault refused(String column) {
        return new ModellingFault(ModellingErrorCode.ROWS_ATTRIBUTE, place(column));
    }

    private Map<String, Object> place(String column) {
        return Map.of("file", file.toString(), "line", number, "column", column);
    }
}
