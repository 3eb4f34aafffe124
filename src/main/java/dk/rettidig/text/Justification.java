package dk.rettidig.text;

import java.util.Optional;

/**
 * Text by which a caseworker answers for something: 20 to 4,000 characters, and nothing in it that could be a CPR number.
 * {@code toString} hides it; it enters the ledger as a commitment only.
 */
public record Justification(String text) {

    /** Least characters, blanks at the ends not counted: a sentence, not a word (DESIGN.md section 4). */
    public static final int SHORTEST = 20;

    /** Most characters: the ledger's own limit for a text. */
    public static final int LONGEST = 4000;

    public Justification {
        text = text.strip();
        problem(text).ifPresent(code -> {
            throw new IllegalArgumentException(code.code());
        });
    }

    /** What keeps the text from being a justification. */
    public static Optional<TextErrorCode> problem(String text) {
        String stripped = text.strip();
        if (CprNumbers.in(stripped)) {
            return Optional.of(TextErrorCode.TEXT_HAS_CPR);
        }
        if (stripped.codePointCount(0, stripped.length()) < SHORTEST) {
            return Optional.of(TextErrorCode.TEXT_TOO_SHORT);
        }
        return stripped.length() > LONGEST || stripped.indexOf('\0') >= 0
                ? Optional.of(TextErrorCode.TEXT_TOO_LONG)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Justification[hidden]";
    }
}
