package dk.rettidig.pseudonym;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.OPRFHashToScalar;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** The group P-256 with SHA-256 as RFC 9497 section 4.3 uses it: sizes, order, generator, hash to scalar. */
final class P256 {

    /** Bytes of a scalar. */
    static final int SCALAR_BYTES = 32;

    /** Bytes of an element in compressed SEC1 form. */
    static final int ELEMENT_BYTES = 33;

    /** Security level k of RFC 9380 section 5.2, in bits: 48 bytes are drawn for each scalar. */
    static final int SECURITY_BITS = 128;

    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("P-256");

    static final ECCurve CURVE = PARAMETERS.getCurve();
    static final ECPoint GENERATOR = PARAMETERS.getG();
    static final BigInteger ORDER = PARAMETERS.getN();

    private P256() {}

    static BigInteger hashToScalar(byte[] input, byte[] tag) {
        return new OPRFHashToScalar(CURVE, new SHA256Digest(), SECURITY_BITS).process(input, tag);
    }

    static byte[] bytes(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar);
    }

    /** A scalar from its 32 bytes; zero and whatever is not below the order are refused. */
    static BigInteger scalar(byte[] bytes) throws OprfException {
        BigInteger scalar = new BigInteger(1, bytes);
        if (bytes.length != SCALAR_BYTES || scalar.signum() == 0 || scalar.compareTo(ORDER) >= 0) {
            throw new OprfException(OprfException.Reason.NOT_A_SCALAR);
        }
        return scalar;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
