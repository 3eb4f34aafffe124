package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text and signature lines (C2SP signed-note). Well formed, but not yet verified: act on the text only after {@link
 * #verify} returned.
 *
 * @param text what is signed
 * @param signatures claims of signatures, in order
 */
public record SignedNote(NoteText text, List<NoteSignature> signatures) {

    /** Largest note that is read, in bytes; sixteen post-quantum signatures of 5 kB fit in many times over. */
    public static final int MAX_BYTES = 1_000_000;
    /** Most signature lines; the document demands that at least 16 be accepted. */
    public static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** A checkpoint signed by these keys, in their order. */
    public static SignedNote sign(Checkpoint checkpoint, List<SigningKey> keys, Instant time) {
        return new SignedNote(
                checkpoint.text(),
                keys.stream().map(key -> key.sign(checkpoint, time)).toList());
    }

    /** A note with its first signature. */
    public static SignedNote sign(NoteText text, SigningKey key) {
        return new SignedNote(text, List.of(key.sign(text)));
    }

    /** The same note with one more signature line, for instance a witness' cosignature. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** Parses UTF-8 bytes. */
    public static SignedNote parse(byte[] bytes) throws CheckpointException {
        if (bytes.length > MAX_BYTES) {
            throw new CheckpointException(Reason.TOO_LARGE, "a note of more than " + MAX_BYTES + " bytes");
        }
        try {
            // A fresh decoder reports malformed input instead of replacing it.
            return parseText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new CheckpointException(Reason.BAD_CHARACTERS, "not UTF-8", e);
        }
    }

    /** Parses text. */
    public static SignedNote parse(String note) throws CheckpointException {
        if (note.length() > MAX_BYTES) {
            throw new CheckpointException(Reason.TOO_LARGE, "a note of more than " + MAX_BYTES + " bytes");
        }
        return parseText(note);
    }

    private static SignedNote parseText(String note) throws CheckpointException {
        if (!NoteText.clean(note)) {
            throw new CheckpointException(Reason.BAD_CHARACTERS, "a control character or lone surrogate");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new CheckpointException(Reason.BAD_NOTE, "no blank line between text and signatures");
        }
        String lines = note.substring(blank + 2);
        if (!lines.endsWith("\n")) {
            throw new CheckpointException(Reason.BAD_NOTE, "no signature line that ends with a newline");
        }
        String[] each = lines.substring(0, lines.length() - 1).split("\n", -1);
        if (each.length > MAX_SIGNATURES) {
            throw new CheckpointException(Reason.TOO_LARGE, "more than " + MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : each) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(new NoteText(note.substring(0, blank + 1)), signatures);
    }

    /** The note as it is written: text, blank line, signature lines. */
    public String encode() {
        StringBuilder note = new StringBuilder(text.value()).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Verifies the signatures of known keys; lines of unknown keys are ignored, as the document demands. Any known key whose
     * signature is wrong makes the whole note wrong.
     *
     * <p>Of several lines by one key the document says only that each must be verified and that a wrong one should refuse the
     * note. So a right line beside a wrong one refuses it, in either order, and two right ones count once: whoever counts
     * signatures counts keys.
     *
     * @param known keys trusted beforehand
     * @return one item for each known key that signed, of its first line; at least one
     * @throws CheckpointException when a known key's signature is wrong, or there is none
     */
    public List<Verified> verify(Collection<VerifierKey> known) throws CheckpointException {
        List<Verified> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (signature.claims(key)) {
                    Verified one = verify(signature, key);
                    if (verified.stream().noneMatch(other -> other.key().equals(key))) {
                        verified.add(one);
                    }
                }
            }
        }
        if (verified.isEmpty()) {
            throw new CheckpointException(Reason.NO_KNOWN_SIGNATURE, signatures.size() + " signatures by other keys");
        }
        return verified;
    }

    /**
     * This note with the cosignature of a witness that answered with signature lines; lines of other keys are ignored.
     *
     * @param answer lines as {@link NoteSignature#line} writes them
     * @throws CheckpointException when the lines are malformed, the witness' signature is wrong, or there is none
     */
    public SignedNote cosigned(String answer, VerifierKey witness) throws CheckpointException {
        SignedNote answered = parse(text.value() + "\n" + answer);
        if (!answered.text.equals(text)) {
            throw new CheckpointException(Reason.BAD_SIGNATURE_LINE, "an empty line among the signatures");
        }
        answered.verify(List.of(witness));
        NoteSignature signature = answered.signatures.stream()
                .filter(each -> each.claims(witness))
                .findFirst()
                .orElseThrow(() -> new CheckpointException(Reason.NO_KNOWN_SIGNATURE, "none by " + witness.name()));
        return with(signature);
    }

    private Verified verify(NoteSignature signature, VerifierKey key) throws CheckpointException {
        byte[] bytes = signature.bytes();
        Optional<Instant> time = Optional.empty();
        long seconds = 0;
        byte[] plain = bytes;
        if (key.algorithm().isTimed()) {
            if (bytes.length < Long.BYTES || bytes[0] < 0) {
                throw new CheckpointException(Reason.WRONG_SIGNATURE, "a cosignature without its time");
            }
            seconds = ByteBuffer.wrap(bytes).getLong();
            time = Optional.of(moment(seconds));
            plain = java.util.Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        }
        if (!key.verifies(key.algorithm().message(key.name(), text, seconds), plain)) {
            throw new CheckpointException(Reason.WRONG_SIGNATURE, "key " + key.name() + "+" + key.idHex());
        }
        return new Verified(key, time);
    }

    private static Instant moment(long seconds) throws CheckpointException {
        if (seconds > Instant.MAX.getEpochSecond()) {
            throw new CheckpointException(Reason.WRONG_SIGNATURE, "a cosignature's time is out of range");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /**
     * A signature that holds.
     *
     * @param key whose
     * @param time when the signer says it saw the tree; empty where signatures carry no time
     */
    public record Verified(VerifierKey key, Optional<Instant> time) {}
}
