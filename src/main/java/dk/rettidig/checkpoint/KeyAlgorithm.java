package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The signature types that are supported (C2SP signed-note, "Signature types"): what is signed, and how. */
public enum KeyAlgorithm {
    /** Ed25519 over the note's text. */
    ED25519((byte) 0x01, SignatureScheme.ED25519) {
        @Override
        byte[] message(KeyName signer, NoteText text, long seconds) {
            return text.bytes();
        }
    },
    /** A witness' Ed25519 over {@code cosignature/v1}, a time and the note's text (C2SP tlog-cosignature). */
    COSIGNATURE_V1((byte) 0x04, SignatureScheme.ED25519) {
        @Override
        byte[] message(KeyName signer, NoteText text, long seconds) {
            return ("cosignature/v1\ntime " + seconds + "\n" + text.value()).getBytes(StandardCharsets.UTF_8);
        }
    },
    /**
     * ML-DSA-44 over signer, time, origin, size and root (C2SP tlog-cosignature, "ML-DSA-44 signed message"): safe against
     * quantum computers. For witnesses, and for a log beside its Ed25519 signature. Says nothing of extension lines.
     */
    ML_DSA_44((byte) 0x06, SignatureScheme.ML_DSA_44) {
        @Override
        byte[] message(KeyName signer, NoteText text, long seconds) throws CheckpointException {
            Checkpoint checkpoint = Checkpoint.parse(text);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(SUBTREE_LABEL.getBytes(StandardCharsets.US_ASCII));
            write(message, signer.value());
            message.writeBytes(number(seconds));
            write(message, checkpoint.origin());
            message.writeBytes(number(0));
            message.writeBytes(number(checkpoint.size()));
            message.writeBytes(checkpoint.root().bytes());
            return message.toByteArray();
        }
    };

    private static final String SUBTREE_LABEL = "subtree/v1\n\0";
    private static final int LONGEST_NAME = 255;

    private final byte identifier;
    private final SignatureScheme scheme;

    KeyAlgorithm(byte identifier, SignatureScheme scheme) {
        this.identifier = identifier;
        this.scheme = scheme;
    }

    /** The signature type identifier byte. */
    public byte identifier() {
        return identifier;
    }

    /** Whether a signature carries the time at which it was made. */
    public boolean isTimed() {
        return this != ED25519;
    }

    /** Whether a log can sign its own checkpoints with it. */
    public boolean signsLogs() {
        return this != COSIGNATURE_V1;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /**
     * The bytes that are signed.
     *
     * @param seconds since 1970; without meaning where signatures carry no time
     * @throws CheckpointException when the text is no checkpoint and only checkpoints can be signed so
     */
    abstract byte[] message(KeyName signer, NoteText text, long seconds) throws CheckpointException;

    /** A name behind its length in one byte. */
    private static void write(ByteArrayOutputStream message, String name) throws CheckpointException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw new CheckpointException(Reason.BAD_CHECKPOINT, "a name of more than " + LONGEST_NAME + " bytes");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    static Optional<KeyAlgorithm> of(byte identifier) {
        return Arrays.stream(values())
                .filter(each -> each.identifier == identifier)
                .findFirst();
    }
}
