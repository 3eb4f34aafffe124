package dk.rettidig.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes a key from a passphrase by Argon2id version 1.3 (RFC 9106), slowly on purpose. The salt and the cost stand beside
 * what the key seals.
 */
public final class Passphrase {

    /**
     * Fewest characters of a new passphrase. Whoever has a copy of the file can try as long as they like, and Argon2id slows
     * each try down to some tenths of a second only: sixteen characters make people write words and not a password.
     */
    public static final int SHORTEST = 16;

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final byte[] salt;
    private final PassphraseCost cost;

    /**
     * How the key of something sealed is made.
     *
     * @param salt 16 bytes, fresh for each key
     */
    public Passphrase(byte[] salt, PassphraseCost cost) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("Argon2id here takes a salt of 16 bytes");
        }
        this.salt = salt.clone();
        this.cost = cost;
    }

    /** A fresh salt with the usual cost. */
    public static Passphrase fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Passphrase(salt, PassphraseCost.USUAL);
    }

    /** Whether a new passphrase has enough characters. */
    public static boolean isLongEnough(String passphrase) {
        return passphrase.codePointCount(0, passphrase.length()) >= SHORTEST;
    }

    /** The key of this passphrase in UTF-8; a wrong one gives another key, which opens nothing. */
    public SymmetricKey key(String passphrase) {
        byte[] key = key(passphrase.getBytes(StandardCharsets.UTF_8));
        try {
            return SymmetricKey.of(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The 32 bytes of the key of a passphrase's bytes; both arrays are the caller's to erase. */
    public byte[] key(byte[] passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .build());
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }

    /** A copy of the salt. */
    public byte[] salt() {
        return salt.clone();
    }

    /** What it costs. */
    public PassphraseCost cost() {
        return cost;
    }

    @Override
    public String toString() {
        return "Passphrase[" + cost.memoryKib() + " KiB, " + cost.passes() + " passes, " + cost.lanes() + " lanes]";
    }
}
