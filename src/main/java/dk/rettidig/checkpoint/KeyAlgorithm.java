package dk.rettidig.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** The signature types that are supported (C2SP signed-note, "Signature types"). */
public enum KeyAlgorithm {
    /** Ed25519 over the note's text. */
    ED25519((byte) 0x01),
    /** A witness' Ed25519 over {@code cosignature/v1}, a time and the note's text (C2SP tlog-cosignature). */
    COSIGNATURE_V1((byte) 0x04);

    private final byte identifier;

    KeyAlgorithm(byte identifier) {
        this.identifier = identifier;
    }

    /** The signature type identifier byte. */
    public byte identifier() {
        return identifier;
    }

    static Optional<KeyAlgorithm> of(byte identifier) {
        return Arrays.stream(values())
                .filter(each -> each.identifier == identifier)
                .findFirst();
    }
}
