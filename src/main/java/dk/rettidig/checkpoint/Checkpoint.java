package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.merkle.Hash;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log states of its tree (C2SP tlog-checkpoint, "Note text").
 *
 * @param origin which log; not empty, one line
 * @param size number of leaves, from 0
 * @param root root hash of the tree of that size
 * @param extensions further lines, opaque; Rettidig writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    /** Decimal digits of a root: 32 bytes of base64 with padding. */
    private static final int MANDATORY_LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("a tree size is not negative");
        }
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Parses a note's text by the exact rules; sizes above 2^63 - 1 are refused. */
    public static Checkpoint parse(NoteText text) throws CheckpointException {
        String[] lines = text.value().substring(0, text.value().length() - 1).split("\n", -1);
        if (lines.length < MANDATORY_LINES || Arrays.stream(lines).anyMatch(String::isEmpty)) {
            throw bad("origin, size and root are three lines, and no line is empty");
        }
        long size = decimal(lines[1]);
        return new Checkpoint(lines[0], size, root(lines[2]), List.of(lines).subList(MANDATORY_LINES, lines.length));
    }

    /**
     * Verifies a note and parses it as a checkpoint of the log whose name one of the known log keys bears. Our logs sign
     * with a key named after the origin, so a checkpoint of another log cannot pass for one of this.
     *
     * @param known the log's key, and witnesses' keys if any
     */
    public static Checkpoint open(SignedNote note, Collection<VerifierKey> known) throws CheckpointException {
        List<SignedNote.Verified> verified = note.verify(known);
        Checkpoint checkpoint = parse(note.text());
        List<VerifierKey> logs = verified.stream()
                .map(SignedNote.Verified::key)
                .filter(key -> key.algorithm().signsLogs())
                .toList();
        if (logs.isEmpty()) {
            throw new CheckpointException(Reason.NO_KNOWN_SIGNATURE, "the log itself has not signed");
        }
        if (logs.stream().noneMatch(key -> key.name().value().equals(checkpoint.origin))) {
            throw new CheckpointException(Reason.WRONG_ORIGIN, "the key is named otherwise than the origin line");
        }
        return checkpoint;
    }

    /** The note's text. */
    public NoteText text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return new NoteText(text.toString());
    }

    /** A decimal number without leading zeroes or sign that fits a {@code long}. */
    static long decimal(String text) throws CheckpointException {
        if (!NUMBER.matcher(text).matches()) {
            throw bad("a number is decimal digits without leading zeroes");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CheckpointException(Reason.BAD_CHECKPOINT, "a number above 2^63 - 1", e);
        }
    }

    private static Hash root(String line) throws CheckpointException {
        byte[] bytes = Base64Text.decode(line, Reason.BAD_CHECKPOINT);
        if (bytes.length != Hash.LENGTH) {
            throw bad("a root hash has 32 bytes, not " + bytes.length);
        }
        return Hash.of(bytes);
    }

    private static CheckpointException bad(String detail) {
        return new CheckpointException(Reason.BAD_CHECKPOINT, detail);
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0 || !NoteText.clean(line)) {
            throw new IllegalArgumentException("a line is not empty and has no control characters");
        }
    }
}
