package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A proof file for one entry (C2SP tlog-proof): index, inclusion path and the signed checkpoint, all that a stranger with the
 * log's key needs. Rettidig puts the entry's bytes into the extra line; like all of it they mean nothing before both the
 * signature and the path were verified.
 *
 * @param extra opaque data, empty when the line is missing
 * @param index the entry's index, from 0
 * @param path sibling hashes from leaf to root
 * @param checkpoint the signed note, not verified
 */
public record TlogProof(Extra extra, long index, List<Hash> path, SignedNote checkpoint) {

    /** The first line. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";
    /** Largest proof file that is read, in bytes: an entry below 64 kB in base64, a path and a note fit well. */
    public static final int MAX_BYTES = 2_000_000;

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    /** Longest path of any tree whose size is a {@code long}. */
    private static final int MAX_PATH = 63;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("an index is not negative");
        }
    }

    /** Opaque bytes. */
    public static final class Extra {

        /** No extra line. */
        public static final Extra NONE = new Extra(new byte[0]);

        private final byte[] bytes;

        /** These bytes, copied. */
        public Extra(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** The bytes, copied. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** Whether there is nothing. */
        public boolean isEmpty() {
            return bytes.length == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Extra extra && java.util.Arrays.equals(bytes, extra.bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }
    }

    /** The file's text. */
    public String encode() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (!extra.isEmpty()) {
            text.append(EXTRA).append(Base64Text.encode(extra.bytes())).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.encode()).toString();
    }

    /** Parses UTF-8 bytes. */
    public static TlogProof parse(byte[] bytes) throws CheckpointException {
        if (bytes.length > MAX_BYTES) {
            throw new CheckpointException(Reason.TOO_LARGE, "a proof file of more than " + MAX_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointException(Reason.BAD_CHARACTERS, "not UTF-8", e);
        }
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw bad("no blank line before the checkpoint");
        }
        return parse(text.substring(0, blank).split("\n", -1), SignedNote.parse(text.substring(blank + 2)));
    }

    private static TlogProof parse(String[] lines, SignedNote checkpoint) throws CheckpointException {
        if (!lines[0].equals(HEADER)) {
            throw bad("the first line is " + HEADER);
        }
        int at = 1;
        Extra extra = Extra.NONE;
        if (at < lines.length && lines[at].startsWith(EXTRA)) {
            extra = new Extra(Base64Text.decode(lines[at].substring(EXTRA.length()), Reason.BAD_PROOF));
            at++;
        }
        if (at >= lines.length || !lines[at].startsWith(INDEX)) {
            throw bad("no index line");
        }
        long index = Checkpoint.decimal(lines[at].substring(INDEX.length()));
        return new TlogProof(extra, index, path(List.of(lines).subList(at + 1, lines.length)), checkpoint);
    }

    private static List<Hash> path(List<String> lines) throws CheckpointException {
        if (lines.size() > MAX_PATH) {
            throw bad("a path of more than " + MAX_PATH + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            byte[] bytes = Base64Text.decode(line, Reason.BAD_PROOF);
            if (bytes.length != Hash.LENGTH) {
                throw bad("a hash has 32 bytes, not " + bytes.length);
            }
            path.add(Hash.of(bytes));
        }
        return path;
    }

    private static CheckpointException bad(String detail) {
        return new CheckpointException(Reason.BAD_PROOF, detail);
    }
}
