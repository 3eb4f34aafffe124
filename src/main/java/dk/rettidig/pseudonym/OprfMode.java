package dk.rettidig.pseudonym;

import java.nio.charset.StandardCharsets;

/** The protocol variants of RFC 9497 section 3.1 that are used here, with suite P256-SHA256. */
public enum OprfMode {
    /** Without proof: whoever asks must trust that the right key was used. */
    OPRF(0),
    /** Verifiable: each evaluation carries a proof that it was made with the key that was published. */
    VOPRF(1);

    private final byte number;

    OprfMode(int number) {
        this.number = (byte) number;
    }

    /** The label followed by the context string, as domain separation tag. */
    byte[] tag(String label) {
        return (label + "OPRFV1-" + (char) number + "-P256-SHA256").getBytes(StandardCharsets.US_ASCII);
    }
}
