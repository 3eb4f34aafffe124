package dk.rettidig.synthetic;

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

    private static final int ELDER = 1;
    private static final int MOVED = 2;
    private static final int BESIDE = 3;

    private final Mac mac;

    PseudonymSource(long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((LABEL + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** The printed pseudonym of this child; {@code generation} is 0 but for elder siblings in earlier cohorts. */
    String text(int municipality, int number, int generation) {
        return generation == 0 ? text(municipality, number) : text(municipality, number, ELDER, generation);
    }

    /** The printed pseudonym in the municipality that a child moved to: another domain, so another pseudonym. */
    String moved(int destination, int municipality, int number) {
        return text(destination, number, MOVED, municipality);
    }

    /** The printed pseudonym of a child beside this one who is not of the population: another one every year. */
    String beside(int municipality, int number, int generation, int year) {
        return text(municipality, number, BESIDE, generation, year);
    }

    /** The key's numbers and that of the attempt; keys of two, of four and of five numbers can't be taken for each other. */
    private synchronized String text(int... key) {
        ByteBuffer message = ByteBuffer.allocate((key.length + 1) * Integer.BYTES);
        for (int attempt = 0; ; attempt++) {
            message.clear();
            for (int part : key) {
                message.putInt(part);
            }
            String text =
                    BASE64.encodeToString(mac.doFinal(message.putInt(attempt).array()));
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
