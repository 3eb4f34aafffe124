package dk.rettidig.seal;

import dk.rettidig.seal.SealException.Reason;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMSIVBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Values at rest under AES-256-GCM-SIV (RFC 8452): confidential and authentic, and a repeated nonce reveals no more than
 * that two equal values are equal. A box is {@code nonce (12) ‖ ciphertext ‖ tag (16)}; the context (table, row, column) is
 * authenticated with it, so that a box moved elsewhere does not open. Safe for use by many threads.
 */
public final class SealedBox {

    /** Bytes that a box is longer than its content. */
    public static final int OVERHEAD_BYTES = 28;

    /** Longest content, bytes; values, justifications and salts are far smaller. RFC 8452 section 6 allows 2^36. */
    public static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SymmetricKey key;
    private final SecureRandom random;

    public SealedBox(SymmetricKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * Seals content.
     *
     * @param context authenticated but not stored; the same bytes must be given to {@link #open}
     * @throws IllegalArgumentException for content over {@link #MAXIMUM_BYTES}
     */
    public byte[] seal(byte[] content, byte[] context) {
        if (content.length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("content is at most " + MAXIMUM_BYTES + " bytes");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return seal(nonce, content, context);
    }

    byte[] seal(byte[] nonce, byte[] content, byte[] context) {
        try {
            byte[] box = Arrays.copyOf(nonce, content.length + OVERHEAD_BYTES);
            run(true, nonce, context, content, 0, content.length, box, NONCE_BYTES);
            return box;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption has no invalid ciphertext", e);
        }
    }

    /**
     * Opens a box.
     *
     * @throws SealException {@code CIPHERTEXT_INVALID} when it is not what was sealed under this key and context
     */
    public byte[] open(byte[] box, byte[] context) throws SealException {
        if (box.length < OVERHEAD_BYTES || box.length > MAXIMUM_BYTES + OVERHEAD_BYTES) {
            throw new SealException(Reason.CIPHERTEXT_INVALID, "not the length of a sealed box");
        }
        try {
            byte[] content = new byte[box.length - OVERHEAD_BYTES];
            byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
            run(false, nonce, context, box, NONCE_BYTES, box.length - NONCE_BYTES, content, 0);
            return content;
        } catch (InvalidCipherTextException e) {
            throw new SealException(Reason.CIPHERTEXT_INVALID, "not sealed under this key and context", e);
        }
    }

    private void run(
            boolean seal, byte[] nonce, byte[] context, byte[] input, int from, int length, byte[] output, int to)
            throws InvalidCipherTextException {
        byte[] secret = key.reveal();
        try {
            GCMSIVBlockCipher cipher = new GCMSIVBlockCipher();
            cipher.init(seal, new AEADParameters(new KeyParameter(secret), TAG_BITS, nonce, context));
            int written = cipher.processBytes(input, from, length, output, to);
            cipher.doFinal(output, to + written);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "SealedBox[hidden]";
    }
}
