package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.vault.VaultException.Reason;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMSIVBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-256-GCM-SIV (RFC 8452) over a whole vault: header readable and authenticated, then ciphertext and tag. */
final class VaultCipher {

    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;

    private VaultCipher() {}

    static byte[] seal(byte[] key, byte[] header, byte[] content) {
        byte[] file = Arrays.copyOf(header, header.length + content.length + TAG_BYTES);
        try {
            run(true, key, header, content, 0, content.length, file, header.length);
            return file;
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption has no invalid ciphertext", impossible);
        }
    }

    static byte[] open(byte[] key, byte[] file) throws VaultException {
        int length = file.length - VaultHeader.LENGTH;
        if (length < TAG_BYTES) {
            throw new VaultException(Reason.WRONG_SECRET_OR_DAMAGED);
        }
        byte[] content = new byte[length - TAG_BYTES];
        try {
            byte[] header = Arrays.copyOf(file, VaultHeader.LENGTH);
            run(false, key, header, file, VaultHeader.LENGTH, length, content, 0);
            return content;
        } catch (InvalidCipherTextException wrong) {
            throw new VaultException(Reason.WRONG_SECRET_OR_DAMAGED);
        }
    }

    private static void run(
            boolean seal, byte[] key, byte[] header, byte[] input, int from, int length, byte[] output, int to)
            throws InvalidCipherTextException {
        byte[] nonce = Arrays.copyOfRange(header, header.length - VaultHeader.NONCE_BYTES, header.length);
        GCMSIVBlockCipher cipher = new GCMSIVBlockCipher();
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, header));
        int written = cipher.processBytes(input, from, length, output, to);
        cipher.doFinal(output, to + written);
    }
}
