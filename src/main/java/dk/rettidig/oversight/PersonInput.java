package dk.rettidig.oversight;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what somebody sent about a person, field by field, and collects what is wrong; nothing sent is repeated in an error. */
public final class PersonInput {

    private final List<FieldError> problems = new ArrayList<>();

    /** A pseudonym in its printed form. */
    public Optional<Pseudonym> pseudonym(String field, String text) {
        try {
            return Optional.of(Pseudonym.parse(text.strip()));
        } catch (IllegalArgumentException none) {
            return wrong(field, OversightErrorCode.PSEUDONYM_INVALID);
        }
    }

    /** The number of the case. */
    public Optional<JournalNumber> journalNumber(String field, String text) {
        String given = text.strip();
        Optional<? extends ErrorCode> problem = JournalNumber.problem(given);
        return problem.isPresent() ? wrong(field, problem.get()) : Optional.of(new JournalNumber(given));
    }

    /** A reason in a sentence. */
    public Optional<Justification> reason(String field, String text) {
        Optional<? extends ErrorCode> problem = Justification.problem(text);
        return problem.isPresent() ? wrong(field, problem.get()) : Optional.of(new Justification(text));
    }

    /** A day from today on, or nothing at all. */
    public Optional<LocalDate> lastDay(String field, String text, LocalDate today) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.isBefore(today) ? wrong(field, OversightErrorCode.LAST_DAY_INVALID) : Optional.of(day);
        } catch (DateTimeException noDay) {
            return wrong(field, OversightErrorCode.LAST_DAY_INVALID);
        }
    }

    /** A choice from a closed list. */
    public <T> Optional<T> choice(String field, Optional<T> found) {
        return found.isPresent() ? found : wrong(field, OversightErrorCode.CHOICE_UNKNOWN);
    }

    /** Notes that a field is wrong. */
    public <T> Optional<T> wrong(String field, ErrorCode code) {
        problems.add(new FieldError(field, code));
        return Optional.empty();
    }

    /**
     * Ends the reading.
     *
     * @throws OversightFault {@code person_input_invalid} with every field that is wrong
     */
    public void demand() {
        if (!problems.isEmpty()) {
            throw OversightFault.invalid(problems);
        }
    }
}
