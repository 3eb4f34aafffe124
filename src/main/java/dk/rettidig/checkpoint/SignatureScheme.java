package dk.rettidig.checkpoint;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The mathematics behind a signature type: bytes in, bytes out. Private keys are seeds of {@link #SEED} bytes in both. */
enum SignatureScheme {

    /** RFC 8032 section 5.1. */
    ED25519(Ed25519.PUBLIC_KEY_SIZE) {
        @Override
        byte[] publicKey(byte[] seed) {
            byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
            Ed25519.generatePublicKey(seed, 0, key, 0);
            return key;
        }

        @Override
        boolean isUsable(byte[] key) {
            return Ed25519.validatePublicKeyPartial(key, 0);
        }

        @Override
        byte[] sign(byte[] seed, byte[] message) {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
            return signature;
        }

        @Override
        boolean verifies(byte[] key, byte[] message, byte[] signature) {
            return signature.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
        }
    },

    /** FIPS 204 with parameter set ML-DSA-44, pure, empty context, hedged; the seed is the standard's xi. */
    ML_DSA_44(1312) {
        @Override
        byte[] publicKey(byte[] seed) {
            return secret(seed).getPublicKey();
        }

        @Override
        boolean isUsable(byte[] key) {
            return true; // every string of this length is a key (FIPS 204 section 7.2, pkDecode)
        }

        @Override
        byte[] sign(byte[] seed, byte[] message) {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, secret(seed));
            signer.update(message, 0, message.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException impossible) {
                throw new IllegalStateException("ML-DSA signs every message", impossible);
            }
        }

        @Override
        boolean verifies(byte[] key, byte[] message, byte[] signature) {
            MLDSASigner signer = new MLDSASigner();
            signer.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
            signer.update(message, 0, message.length);
            return signature.length == ML_DSA_44_SIGNATURE && signer.verifySignature(signature);
        }

        private MLDSAPrivateKeyParameters secret(byte[] seed) {
            return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
        }
    };

    /** Bytes of a seed: RFC 8032 section 5.1.5, FIPS 204 algorithm 1. */
    static final int SEED = 32;

    private static final int ML_DSA_44_SIGNATURE = 2420;

    private final int keyBytes;

    SignatureScheme(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    /** Bytes of a public key. */
    int keyBytes() {
        return keyBytes;
    }

    /** The public key of a seed. */
    abstract byte[] publicKey(byte[] seed);

    /** Whether bytes of the right length are a key that may be trusted to be one. */
    abstract boolean isUsable(byte[] key);

    /** Signs a message. */
    abstract byte[] sign(byte[] seed, byte[] message);

    /** Whether the signature is the key's over the message. */
    abstract boolean verifies(byte[] key, byte[] message, byte[] signature);
}
