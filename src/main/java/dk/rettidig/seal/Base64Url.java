package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5), in its one canonical form: unused bits are zero (section 3.5). */
public final class Base64Url {

    private Base64Url() {}

    /** Encodes without padding. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes the canonical form only: no padding, no white space, no unused bits set.
     *
     * @throws SealException {@code NOT_CANONICAL} for anything else
     */
    public static byte[] decode(String text) throws SealException {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SealException(Reason.NOT_CANONICAL, "expected base64url without padding", e);
        }
        if (!encode(bytes).equals(text)) {
            throw new SealException(Reason.NOT_CANONICAL, "expected base64url without padding or stray bits");
        }
        return bytes;
    }
}
