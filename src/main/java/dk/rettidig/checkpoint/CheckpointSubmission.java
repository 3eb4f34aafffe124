package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log sends to a witness (C2SP tlog-witness, "add-checkpoint"): a checkpoint, and the proof that it extends the one
 * that the witness cosigned last. Well formed and no more: neither signature nor proof is verified.
 *
 * @param oldSize leaves of the tree that the witness cosigned last, 0 when it never did
 * @param proof consistency proof from {@code oldSize} to the checkpoint's size (RFC 6962 section 2.1.2), empty from 0
 * @param checkpoint the signed note
 */
public record CheckpointSubmission(long oldSize, List<Hash> proof, SignedNote checkpoint) {

    /** Most lines of proof; no tree of a {@code long} needs more. */
    public static final int MAX_PROOF = 63;

    /** Largest submission that is read, in bytes. */
    public static final int MAX_BYTES = SignedNote.MAX_BYTES + 64 * (MAX_PROOF + 1);

    private static final String OLD = "old ";

    public CheckpointSubmission {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MAX_PROOF) {
            throw new IllegalArgumentException("a size is not negative, and a proof has at most 63 hashes");
        }
    }

    /** The body of the request. */
    public String encode() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.encode()).toString();
    }

    /** Parses UTF-8 bytes by the exact rules. */
    public static CheckpointSubmission parse(byte[] bytes) throws CheckpointException {
        if (bytes.length > MAX_BYTES) {
            throw new CheckpointException(Reason.TOO_LARGE, "a submission of more than " + MAX_BYTES + " bytes");
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
            throw bad("no empty line before the checkpoint");
        }
        return parse(text.substring(0, blank).split("\n", -1), SignedNote.parse(text.substring(blank + 2)));
    }

    private static CheckpointSubmission parse(String[] lines, SignedNote checkpoint) throws CheckpointException {
        if (!lines[0].startsWith(OLD)) {
            throw bad("the first line is 'old' and a size");
        }
        if (lines.length - 1 > MAX_PROOF) {
            throw bad("a proof of more than " + MAX_PROOF + " hashes");
        }
        long oldSize = Checkpoint.decimal(lines[0].substring(OLD.length()));
        List<Hash> proof = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            byte[] hash = Base64Text.decode(line, Reason.BAD_SUBMISSION);
            if (hash.length != Hash.LENGTH) {
                throw bad("a hash has 32 bytes, not " + hash.length);
            }
            proof.add(Hash.of(hash));
        }
        return new CheckpointSubmission(oldSize, proof, checkpoint);
    }

    private static CheckpointException bad(String detail) {
        return new CheckpointException(Reason.BAD_SUBMISSION, detail);
    }
}
