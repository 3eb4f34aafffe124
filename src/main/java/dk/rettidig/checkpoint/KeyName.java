package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;

/**
 * The name of a signing key, by habit a URL without scheme (C2SP signed-note, "Format"): not empty, no Unicode spaces, no
 * plus sign, no control characters.
 */
public record KeyName(String value) {

    public KeyName {
        if (!valid(value)) {
            throw new IllegalArgumentException("a key name is not empty and has no spaces, plus or control characters");
        }
    }

    /** Parses a name from outside. */
    static KeyName parse(String text, Reason reason) throws CheckpointException {
        if (!valid(text)) {
            throw new CheckpointException(reason, "the key's name is empty or has a space, plus or control character");
        }
        return new KeyName(text);
    }

    private static boolean valid(String text) {
        return !text.isEmpty() && text.codePoints().noneMatch(KeyName::forbidden);
    }

    private static boolean forbidden(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        // Unicode White_Space is categories Z* with U+0085 and the controls that Java calls whitespace.
        boolean space = Character.isSpaceChar(point) || Character.isWhitespace(point) || point == 0x85;
        return point == '+' || point < ' ' || space || surrogate;
    }

    @Override
    public String toString() {
        return value;
    }
}
