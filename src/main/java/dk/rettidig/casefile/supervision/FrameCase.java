package dk.rettidig.casefile.supervision;

import dk.rettidig.merkle.Hash;
import java.util.HexFormat;

/**
 * A case of a frame.
 *
 * @param key opens the ticket: 64 hexadecimal digits
 * @param handler the sign-in name of whoever handles the case; empty when it is not known
 */
public record FrameCase(Hash ticket, String key, CaseReference reference, String handler) {

    /** A case under this key. */
    static FrameCase of(byte[] key, CaseReference reference, String handler) {
        return new FrameCase(Draw.ticket(key, reference), HexFormat.of().formatHex(key), reference, handler);
    }

    /** Whether the key and the reference still make the ticket; not after the child's pseudonym was renewed (ADR 0135). */
    public boolean opens() {
        return Draw.ticket(HexFormat.of().parseHex(key), reference).equals(ticket);
    }

    @Override
    public String toString() {
        return "FrameCase[hidden]";
    }
}
