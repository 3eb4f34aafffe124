package dk.rettidig.guideline;

import dk.rettidig.text.CprNumbers;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field of one line: no control or invisible characters, nothing that could be a CPR number.
 *
 * @param shortest least characters, blanks at the ends not counted
 * @param longest most characters
 * @param wrong what is said of a text that cannot be used
 */
record Line(String field, int shortest, int longest, GuidelineErrorCode wrong) {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** The text without blanks at its ends; blank, and a problem, when it cannot be used. */
    String read(String given, List<FieldError> problems) {
        String text = given.strip();
        int length = text.codePointCount(0, text.length());
        if (CprNumbers.in(text)) {
            problems.add(new FieldError(field, TextErrorCode.TEXT_HAS_CPR));
        } else if (length < shortest || length > longest || UNSEEN.matcher(text).find()) {
            problems.add(new FieldError(field, wrong));
        } else {
            return text;
        }
        return "";
    }

    /** A day that may be left out. */
    static Optional<LocalDate> day(String field, String given, GuidelineErrorCode wrong, List<FieldError> problems) {
        if (given.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(given.strip());
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            // said below, like a day that no guideline has
        }
        problems.add(new FieldError(field, wrong));
        return Optional.empty();
    }
}
