package dk.rettidig.text;

import java.util.Optional;

/** The number of a case in the municipality's case system. {@code toString} hides it. */
public record JournalNumber(String value) {

    public JournalNumber {
        if (problem(value).isPresent()) {
            throw new IllegalArgumentException("not a journal number");
        }
    }

    /** What keeps the text from being a journal number. */
    public static Optional<TextErrorCode> problem(String value) {
        if (CprNumbers.in(value)) {
            return Optional.of(TextErrorCode.TEXT_HAS_CPR);
        }
        return value.matches("[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå./-]{2,39}")
                ? Optional.empty()
                : Optional.of(TextErrorCode.JOURNAL_NUMBER_INVALID);
    }

    @Override
    public String toString() {
        return "JournalNumber[hidden]";
    }
}
