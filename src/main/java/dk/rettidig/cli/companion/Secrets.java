package dk.rettidig.cli.companion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Tokens of 128 bits in letters, so that no digit in one could look like a number. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LETTERS = 32;

    private Secrets() {}

    static String fresh() {
        StringBuilder token = new StringBuilder(LETTERS);
        RANDOM.ints(LETTERS, 'a', 'a' + 16).forEach(letter -> token.append((char) letter));
        return token.toString();
    }

    /** Compares in a time that tells nothing of where two texts differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
