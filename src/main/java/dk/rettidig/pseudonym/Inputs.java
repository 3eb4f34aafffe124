package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;

/** Hashes inputs to elements (RFC 9380, P256_XMD:SHA-256_SSWU_RO_). For one thread at a time. */
final class Inputs {

    private static final int LONGEST = 65_535;

    private final HashToEllipticCurve hash;

    Inputs(OprfMode mode) {
        this.hash = HashToEllipticCurve.getInstance(
                HashToCurveProfile.P256_XMD_SHA_256, new String(mode.tag("HashToGroup-"), StandardCharsets.US_ASCII));
    }

    Element element(byte[] input) throws OprfException {
        if (input.length > LONGEST) {
            throw new OprfException(Reason.INPUT);
        }
        try {
            return Element.of(hash.hashToCurve(input));
        } catch (OprfException identity) {
            throw new OprfException(Reason.INPUT);
        }
    }
}
