package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.vault.VaultException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands readable before the ciphertext, and is authenticated with it.
 *
 * @param salt 16 bytes, for the key
 * @param municipality three digits
 */
@SuppressWarnings("ArrayRecordComponent") // read and written once, never compared
record VaultHeader(KeyOrigin origin, KeyCost cost, byte[] salt, String municipality) {

    static final int SALT_BYTES = 16;
    static final int NONCE_BYTES = 12;
    static final int LENGTH = 8 + 1 + 4 + 4 + 1 + SALT_BYTES + 3 + NONCE_BYTES;

    private static final byte[] MAGIC = "RTDGVLT1".getBytes(StandardCharsets.US_ASCII);

    byte[] bytes(byte[] nonce) {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(origin.number())
                .putInt(cost.kibibytes())
                .putInt(cost.passes())
                .put((byte) cost.lanes())
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
        byte origin = bytes.get();
        KeyCost cost = new KeyCost(bytes.getInt(), bytes.getInt(), bytes.get());
        byte[] salt = new byte[SALT_BYTES];
        bytes.get(salt);
        byte[] municipality = new byte[3];
        bytes.get(municipality);
        String code = new String(municipality, StandardCharsets.US_ASCII);
        for (KeyOrigin each : KeyOrigin.values()) {
            boolean fits = each == KeyOrigin.KEY_FILE ? cost.equals(KeyCost.NONE) : cost.isAcceptable();
            if (each.number() == origin && fits && code.matches("[0-9]{3}")) {
                return new VaultHeader(each, cost, salt, code);
            }
        }
        throw new VaultException(Reason.NOT_A_VAULT);
    }
}
