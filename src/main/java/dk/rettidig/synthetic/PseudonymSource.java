package dk.rettidig.synthetic;

import dk.rettidig.pseudonym.Pseudonym;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of synthetic children: HMAC-SHA-256 (RFC 2104) of municipality and number under a key made of a public label
 * and the seed. They look like the output of RFC 9497 and are none: whoever knows the seed can make them all, which is why
 * they may stand for nobody real. A text that contains ten digits in a row, with or without a hyphen after six, is passed
 * over, so that no pseudonym can be taken for a CPR number. Safe for use by several threads, made for one.
 */
final class PseudonymSource {

    private static final String LABEL = "rettidig synthetic pseudonym, no real person, seed ";
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{6}-?[0-9]{4}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Mac mac;
    private final byte[] message = new byte[3 * Integer.BYTES];

    PseudonymSource(long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((LABEL + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** The pseudonym of this child. */
    Pseudonym of(int municipality, int number) {
        return Pseudonym.parse(text(municipality, number));
    }

    /** Its printed form. */
    synchronized String text(int municipality, int number) {
        for (int attempt = 0; ; attempt++) {
            ByteBuffer.wrap(message).putInt(municipality).putInt(number).putInt(attempt);
            String text = BASE64.encodeToString(mac.doFinal(message));
            if (!hasTenDigits(text)) {
                return text;
            }
        }
    }

    /** Whether ten digits stand in a row, a hyphen after the sixth allowed: any, so that the rule may change and these stay. */
    static boolean hasTenDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits >= 4 && i >= 9 && TEN_DIGITS.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
