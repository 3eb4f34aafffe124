package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.hash2curve.HashToField;
import org.bouncycastle.crypto.hash2curve.impl.XmdMessageExpansion;
import org.bouncycastle.math.ec.ECPoint;

/** Hashes inputs to elements (RFC 9380, P256_XMD:SHA-256_SSWU_RO_). For one thread at a time. */
final class Inputs {

    private static final int LONGEST = 65_535;

    /** Bytes drawn for each number of the field: L of RFC 9380 section 8.2. */
    private static final int FIELD_BYTES = 48;

    private final HashToField hash;

    Inputs(OprfMode mode) {
        this.hash = new HashToField(
                mode.tag("HashToGroup-"),
                P256.CURVE,
                new XmdMessageExpansion(new SHA256Digest(), P256.SECURITY_BITS),
                FIELD_BYTES);
    }

    /** The input's point, never the identity. */
    ECPoint element(byte[] input) throws OprfException {
        if (input.length > LONGEST) {
            throw new OprfException(Reason.INPUT);
        }
        BigInteger[][] numbers = hash.process(input, 2);
        ECPoint point = SimplifiedSwu.map(numbers[0][0], numbers[1][0]);
        if (point.isInfinity()) {
            throw new OprfException(Reason.INPUT);
        }
        return point;
    }
}
