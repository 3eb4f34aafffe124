package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Ed25519 keys as PEM (RFC 7468) of PKCS #8 and SubjectPublicKeyInfo (RFC 8410 sections 4 and 7): the DER before the 32
 * bytes of the key is always the same, so it is compared and not parsed.
 */
final class Pem {

    static final Pem PRIVATE = new Pem("PRIVATE KEY", "302e020100300506032b657004220420");
    static final Pem PUBLIC = new Pem("PUBLIC KEY", "302a300506032b6570032100");

    /** Longest text that can be one of these keys, line ends included; anything longer is refused unread. */
    private static final int MAXIMUM_CHARACTERS = 512;

    private final String label;
    private final byte[] prefix;

    private Pem(String label, String prefix) {
        this.label = label;
        this.prefix = HexFormat.of().parseHex(prefix);
    }

    boolean matches(String text) {
        return text.startsWith("-----BEGIN " + label + "-----");
    }

    String encode(byte[] key) {
        byte[] der = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, der, prefix.length, key.length);
        String body = Base64.getEncoder().encodeToString(der);
        Arrays.fill(der, (byte) 0);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    byte[] decode(String text) throws SealException {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String trimmed = text.strip();
        if (text.length() > MAXIMUM_CHARACTERS || !trimmed.startsWith(begin) || !trimmed.endsWith(end)) {
            throw malformed(null);
        }
        String body = trimmed.substring(begin.length(), trimmed.length() - end.length())
                .replaceAll("[\\r\\n]", "");
        try {
            byte[] der = Base64.getDecoder().decode(body);
            if (der.length != prefix.length + 32 || !Arrays.equals(der, 0, prefix.length, prefix, 0, prefix.length)) {
                throw malformed(null);
            }
            return Arrays.copyOfRange(der, prefix.length, der.length);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private SealException malformed(@org.jspecify.annotations.Nullable Throwable cause) {
        String detail = "expected an Ed25519 " + label + " as PEM (RFC 8410)";
        return cause == null
                ? new SealException(Reason.MALFORMED, detail)
                : new SealException(Reason.MALFORMED, detail, cause);
    }
}
