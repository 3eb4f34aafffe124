package dk.rettidig.checkpoint;

import java.nio.charset.StandardCharsets;

/**
 * The text of a note: what is signed (C2SP signed-note, "Format"). Not empty, ends with a newline, valid Unicode, no control
 * characters below U+0020 other than newline.
 */
public record NoteText(String value) {

    public NoteText {
        if (!value.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a newline");
        }
        if (!clean(value)) {
            throw new IllegalArgumentException("a note's text has no control characters and no lone surrogates");
        }
    }

    /** Whether every character may stand in a note. */
    static boolean clean(String text) {
        return text.codePoints()
                .noneMatch(point -> (point < ' ' && point != '\n')
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    /** UTF-8. */
    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}
