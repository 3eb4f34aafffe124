package dk.rettidig.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes a key from a passphrase by Argon2id (RFC 9106), slowly on purpose. The salt and the effort stand beside what the key
 * seals.
 */
public final class Passphrase {

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int LEAST_MEMORY_KIB = 65_536;
    private static final int MOST_MEMORY_KIB = 1_048_576;
    private static final int PASSES = 3;
    private static final int MOST_PASSES = 20;

    private final byte[] salt;
    private final int memoryKib;
    private final int passes;

    /**
     * The effort of a key that is there.
     *
     * @param salt 16 bytes, fresh for each key
     * @param memoryKib memory in KiB, 65,536 (RFC 9106's second recommendation) to 1,048,576
     * @param passes passes over the memory, 1 to 20
     */
    public Passphrase(byte[] salt, int memoryKib, int passes) {
        if (salt.length != SALT_BYTES
                || memoryKib < LEAST_MEMORY_KIB
                || memoryKib > MOST_MEMORY_KIB
                || passes < 1
                || passes > MOST_PASSES) {
            throw new IllegalArgumentException(
                    "Argon2id here takes a salt of 16 bytes, 64 MiB to 1 GiB and 1 to 20 passes");
        }
        this.salt = salt.clone();
        this.memoryKib = memoryKib;
        this.passes = passes;
    }

    /** A fresh salt with the usual effort: 64 MiB, 3 passes. */
    public static Passphrase fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Passphrase(salt, LEAST_MEMORY_KIB, PASSES);
    }

    /** The key of this passphrase; a wrong one gives another key, which opens nothing. */
    public SymmetricKey key(String passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        return SymmetricKey.of(key);
    }

    /** A copy of the salt. */
    public byte[] salt() {
        return salt.clone();
    }

    /** Memory in KiB. */
    public int memoryKib() {
        return memoryKib;
    }

    /** Passes over the memory. */
    public int passes() {
        return passes;
    }

    @Override
    public String toString() {
        return "Passphrase[" + memoryKib + " KiB, " + passes + " passes]";
    }
}
