package dk.rettidig.feed.body;

import dk.rettidig.pseudonym.Pseudonym;
import java.util.Arrays;

/** Decodes the printed form of a pseudonym (RFC 4648 section 5, no padding) into bytes without making objects. */
final class PseudonymText {

    private static final byte[] SEXTETS = sextets();

    private PseudonymText() {}

    /** Whether these 43 characters are canonical base64url; fills the 32 bytes of the target. */
    static boolean decode(char[] text, int from, byte[] target) {
        int wrong = 0;
        int out = 0;
        int at = from;
        for (int group = 0; group < 10; group++, at += 4, out += 3) {
            int a = sextet(text[at]);
            int b = sextet(text[at + 1]);
            int c = sextet(text[at + 2]);
            int d = sextet(text[at + 3]);
            wrong |= a | b | c | d;
            target[out] = (byte) (a << 2 | b >> 4);
            target[out + 1] = (byte) (b << 4 | c >> 2);
            target[out + 2] = (byte) (c << 6 | d);
        }
        int a = sextet(text[at]);
        int b = sextet(text[at + 1]);
        int c = sextet(text[at + 2]);
        wrong |= a | b | c;
        target[30] = (byte) (a << 2 | b >> 4);
        target[31] = (byte) (b << 4 | c >> 2);
        // The last character carries four bits of the pseudonym; stray bits would give one pseudonym two spellings.
        return wrong >= 0 && (c & 3) == 0;
    }

    /** Whether the text is exactly 43 characters of the base64url alphabet. */
    static boolean hasForm(CharSequence text) {
        return text.length() == Pseudonym.TEXT_LENGTH
                && text.chars().allMatch(c -> c < SEXTETS.length && SEXTETS[c] >= 0);
    }

    private static int sextet(char c) {
        return c < SEXTETS.length ? SEXTETS[c] : -1;
    }

    private static byte[] sextets() {
        byte[] sextets = new byte[128];
        Arrays.fill(sextets, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            sextets[alphabet.charAt(i)] = (byte) i;
        }
        return sextets;
    }
}
