package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The proof that one key made all evaluations of a batch (DLEQ, RFC 9497 section 2.2): challenge and response, on the wire 64
 * bytes.
 *
 * @param challenge c, below the order
 * @param response s, below the order
 */
public record EvaluationProof(BigInteger challenge, BigInteger response) {

    /** Bytes on the wire. */
    public static final int LENGTH = 2 * P256.SCALAR_BYTES;

    public EvaluationProof {
        if (!isScalar(challenge) || !isScalar(response)) {
            throw new IllegalArgumentException("challenge and response lie between 0 and the order minus 1");
        }
    }

    /**
     * Reads the wire form.
     *
     * @throws OprfException {@link Reason#PROOF} for another length or a number that is not below the order
     */
    public static EvaluationProof parse(byte[] bytes) throws OprfException {
        if (bytes.length != LENGTH) {
            throw new OprfException(Reason.PROOF);
        }
        BigInteger challenge = new BigInteger(1, Arrays.copyOf(bytes, P256.SCALAR_BYTES));
        BigInteger response = new BigInteger(1, Arrays.copyOfRange(bytes, P256.SCALAR_BYTES, LENGTH));
        if (!isScalar(challenge) || !isScalar(response)) {
            throw new OprfException(Reason.PROOF);
        }
        return new EvaluationProof(challenge, response);
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() >= 0 && number.compareTo(P256.ORDER) < 0;
    }

    /** The wire form. */
    public byte[] bytes() {
        byte[] bytes = Arrays.copyOf(P256.bytes(challenge), LENGTH);
        System.arraycopy(P256.bytes(response), 0, bytes, P256.SCALAR_BYTES, P256.SCALAR_BYTES);
        return bytes;
    }
}
