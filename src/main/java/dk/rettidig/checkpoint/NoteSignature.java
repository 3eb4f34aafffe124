package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note (C2SP signed-note, "Signatures"): who claims to have signed, the key's id and the signature's
 * bytes. A claim until verified. Immutable.
 */
public final class NoteSignature {

    /** Em dash and space, with which each signature line begins. */
    static final String LEAD = "\u2014 ";

    private final KeyName name;
    private final int keyId;
    private final byte[] bytes;

    NoteSignature(KeyName name, int keyId, byte[] bytes) {
        this.name = name;
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /** Parses a line without its newline. */
    static NoteSignature parse(String line) throws CheckpointException {
        if (!line.startsWith(LEAD)) {
            throw new CheckpointException(Reason.BAD_SIGNATURE_LINE, "it begins with an em dash and a space");
        }
        String[] parts = line.substring(LEAD.length()).split(" ", -1);
        if (parts.length != 2) {
            throw new CheckpointException(Reason.BAD_SIGNATURE_LINE, "it is a name and a signature, one space between");
        }
        KeyName name = KeyName.parse(parts[0], Reason.BAD_SIGNATURE_LINE);
        byte[] all = Base64Text.decode(parts[1], Reason.BAD_SIGNATURE_LINE);
        if (all.length <= Integer.BYTES) {
            throw new CheckpointException(Reason.BAD_SIGNATURE_LINE, "no signature after the key id");
        }
        return new NoteSignature(
                name, ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length));
    }

    /** The name on the line. */
    public KeyName name() {
        return name;
    }

    /** The key id on the line. */
    public int keyId() {
        return keyId;
    }

    /** The signature without the key id, copied. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether both name and id are those of the key; one alone means nothing. */
    public boolean claims(VerifierKey key) {
        return keyId == key.id() && name.equals(key.name());
    }

    /** The line with its newline. */
    public String line() {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return LEAD + name + " " + Base64Text.encode(all) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && name.equals(that.name)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
