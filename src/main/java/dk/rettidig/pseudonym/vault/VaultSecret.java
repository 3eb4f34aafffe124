package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.vault.VaultException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.HKDFParameters;

/** What opens a vault: a passphrase, or the 32 bytes of a key file. {@code toString} hides it; closing overwrites it. */
public final class VaultSecret implements AutoCloseable {

    /** Shortest passphrase, characters. */
    public static final int SHORTEST = 12;

    private static final int KEY_BYTES = 32;
    private static final byte[] INFO = "rettidig vault key file".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final KeyOrigin origin;

    private VaultSecret(byte[] bytes, KeyOrigin origin) {
        this.bytes = bytes;
        this.origin = origin;
    }

    /**
     * A passphrase of at least {@value #SHORTEST} characters, in Unicode's composed form so that every keyboard gives the same.
     *
     * @throws VaultException {@code SECRET_REFUSED} for a shorter one
     */
    public static VaultSecret passphrase(char[] characters) throws VaultException {
        String composed = Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
        if (composed.codePointCount(0, composed.length()) < SHORTEST) {
            throw new VaultException(Reason.SECRET_REFUSED);
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return new VaultSecret(bytes, KeyOrigin.PASSPHRASE);
    }

    /** The contents of a key file: 32 random bytes, copied. */
    public static VaultSecret keyFile(byte[] bytes) throws VaultException {
        if (bytes.length != KEY_BYTES) {
            throw new VaultException(Reason.SECRET_REFUSED);
        }
        return new VaultSecret(bytes.clone(), KeyOrigin.KEY_FILE);
    }

    KeyOrigin origin() {
        return origin;
    }

    /** The vault's key: Argon2id (RFC 9106) of a passphrase, HKDF-SHA256 (RFC 5869) of a key file. */
    byte[] key(KeyCost cost, byte[] salt) {
        byte[] key = new byte[KEY_BYTES];
        if (origin == KeyOrigin.KEY_FILE) {
            HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
            hkdf.init(new HKDFParameters(bytes, salt, INFO));
            hkdf.generateBytes(key, 0, KEY_BYTES);
            return key;
        }
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        argon.generateBytes(bytes, key);
        return key;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "VaultSecret[hidden]";
    }
}
