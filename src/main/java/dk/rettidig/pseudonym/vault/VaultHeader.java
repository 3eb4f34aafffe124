package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.vault.VaultException.Reason;
import dk.rettidig.seal.PassphraseCost;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands readable before the ciphertext, and is authenticated with it.
 *
 * @param version of the contents: 1 or {@value #NEWEST}; what is written is always the newest
 * @param cost of a passphrase; nothing with a key file
 * @param salt 16 bytes, for the key
 * @param municipality three digits
 */
@SuppressWarnings("ArrayRecordComponent") // read and written once, never compared
record VaultHeader(int version, KeyOrigin origin, Optional<PassphraseCost> cost, byte[] salt, String municipality) {

    static final int NEWEST = 2;
    static final int SALT_BYTES = 16;
    static final int NONCE_BYTES = 12;
    static final int LENGTH = 8 + 1 + 4 + 4 + 1 + SALT_BYTES + 3 + NONCE_BYTES;

    private static final byte[] MAGIC = "RTDGVLT".getBytes(StandardCharsets.US_ASCII);

    byte[] bytes(byte[] nonce) {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put((byte) ('0' + NEWEST))
                .put(origin.number())
                .putInt(cost.map(PassphraseCost::memoryKib).orElse(0))
                .putInt(cost.map(PassphraseCost::passes).orElse(0))
                .put(cost.map(PassphraseCost::lanes).orElse(0).byteValue())
                .put(salt)
                .put(municipality.getBytes(StandardCharsets.US_ASCII))
                .put(nonce)
                .array();
    }

    static VaultHeader parse(byte[] file) throws VaultException {
        if (file.length < LENGTH || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new VaultException(Reason.NOT_A_VAULT);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file, MAGIC.length, LENGTH - MAGIC.length);
        int version = bytes.get() - '0';
        KeyOrigin origin = KeyOrigin.of(bytes.get());
        Optional<PassphraseCost> cost = cost(origin, bytes.getInt(), bytes.getInt(), bytes.get());
        byte[] salt = new byte[SALT_BYTES];
        bytes.get(salt);
        byte[] municipality = new byte[3];
        bytes.get(municipality);
        String code = new String(municipality, StandardCharsets.US_ASCII);
        if (version < 1 || version > NEWEST || !code.matches("[0-9]{3}")) {
            throw new VaultException(Reason.NOT_A_VAULT);
        }
        return new VaultHeader(version, origin, cost, salt, code);
    }

    private static Optional<PassphraseCost> cost(KeyOrigin origin, int memoryKib, int passes, int lanes)
            throws VaultException {
        if (origin == KeyOrigin.KEY_FILE && memoryKib == 0 && passes == 0 && lanes == 0) {
            return Optional.empty();
        }
        if (origin == KeyOrigin.PASSPHRASE && PassphraseCost.isAcceptable(memoryKib, passes, lanes)) {
            return Optional.of(new PassphraseCost(memoryKib, passes, lanes));
        }
        throw new VaultException(Reason.NOT_A_VAULT);
    }
}
