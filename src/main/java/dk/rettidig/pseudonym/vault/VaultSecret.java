package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.vault.VaultException.Reason;
import dk.rettidig.seal.Passphrase;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * What opens a vault: a passphrase, or the 32 bytes of a key file. {@code toString} hides it; closing overwrites it. The key of
 * the vault that it last opened is kept until then, so that opening the same vault again costs no second derivation.
 */
public final class VaultSecret implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final byte[] INFO = "rettidig vault key file".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final KeyOrigin origin;
    private final byte[] lastKey = new byte[KEY_BYTES];
    private String lastHeader = "";
    private boolean closed;

    private VaultSecret(byte[] bytes, KeyOrigin origin) {
        this.bytes = bytes;
        this.origin = origin;
    }

    /**
     * The passphrase of a vault that is there, of any length, in Unicode's composed form so that every keyboard gives the same.
     *
     * @throws VaultException {@code SECRET_REFUSED} for an empty one
     */
    public static VaultSecret passphrase(char[] characters) throws VaultException {
        String composed = composed(characters);
        if (composed.isEmpty()) {
            throw new VaultException(Reason.SECRET_REFUSED);
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return new VaultSecret(bytes, KeyOrigin.PASSPHRASE);
    }

    /**
     * The passphrase of a new vault: at least {@value Passphrase#SHORTEST} characters.
     *
     * @throws VaultException {@code SECRET_REFUSED} for a shorter one
     */
    public static VaultSecret newPassphrase(char[] characters) throws VaultException {
        if (!Passphrase.isLongEnough(composed(characters))) {
            throw new VaultException(Reason.SECRET_REFUSED);
        }
        return passphrase(characters);
    }

    private static String composed(char[] characters) {
        return Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
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

    /** The vault's key: Argon2id (RFC 9106) of a passphrase, HKDF-SHA256 (RFC 5869) of a key file. The caller's to erase. */
    synchronized byte[] key(VaultHeader header) throws VaultException {
        if (closed) {
            throw new VaultException(Reason.SECRET_REFUSED);
        }
        String asked = header.cost() + Arrays.toString(header.salt());
        if (!asked.equals(lastHeader)) {
            byte[] fresh = header.cost()
                    .map(cost -> new Passphrase(header.salt(), cost).key(bytes))
                    .orElseGet(() -> expanded(header.salt()));
            System.arraycopy(fresh, 0, lastKey, 0, KEY_BYTES);
            Arrays.fill(fresh, (byte) 0);
            lastHeader = asked;
        }
        return lastKey.clone();
    }

    private byte[] expanded(byte[] salt) {
        byte[] key = new byte[KEY_BYTES];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(bytes, salt, INFO));
        hkdf.generateBytes(key, 0, KEY_BYTES);
        return key;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(lastKey, (byte) 0);
    }

    @Override
    public String toString() {
        return "VaultSecret[hidden]";
    }
}
