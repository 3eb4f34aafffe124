package dk.rettidig.pseudonym;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * A scalar from 1 to the order minus 1 that nobody else may learn. Bouncy Castle's multiplication takes time that depends on
 * the scalar, so each multiplication splits it at random into two summands: what can be measured belongs to the split, which is
 * never used again. This is blinding, not constant time (docs/threat-model.md).
 */
final class SecretScalar {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BigInteger value;

    SecretScalar(BigInteger value) {
        if (value.signum() <= 0 || value.compareTo(P256.ORDER) >= 0) {
            throw new IllegalArgumentException("a secret scalar lies between 1 and the order minus 1");
        }
        this.value = value;
    }

    static SecretScalar random() {
        return new SecretScalar(draw());
    }

    private static BigInteger draw() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, P256.ORDER.subtract(BigInteger.ONE), RANDOM);
    }

    ECPoint times(ECPoint point) {
        BigInteger first = draw();
        return ECAlgorithms.sumOfTwoMultiplies(
                point, first, point, value.subtract(first).mod(P256.ORDER));
    }

    SecretScalar inverse() {
        return new SecretScalar(BigIntegers.modOddInverse(P256.ORDER, value));
    }

    /** {@code this - challenge * key} modulo the order (RFC 9497 section 2.2.1). */
    BigInteger response(BigInteger challenge, SecretScalar key) {
        return value.subtract(challenge.multiply(key.value)).mod(P256.ORDER);
    }

    BigInteger value() {
        return value;
    }

    @Override
    public String toString() {
        return "SecretScalar[hidden]";
    }
}
