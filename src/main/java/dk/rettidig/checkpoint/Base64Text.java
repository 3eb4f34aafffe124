package dk.rettidig.checkpoint;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.util.Base64;

/** Standard base64 (RFC 4648 section 4) in its one canonical spelling, so that no two texts mean the same bytes. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text, Reason reason) throws CheckpointException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(reason, "not base64", e);
        }
        if (!encode(bytes).equals(text)) {
            throw new CheckpointException(reason, "base64 without its padding, or with stray bits");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
