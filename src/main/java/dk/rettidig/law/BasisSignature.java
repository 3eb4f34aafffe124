package dk.rettidig.law;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A legal reviewer's signature for a legal basis in one municipality. It places a responsibility; it creates no basis.
 * Each text is the reference of the document that the signature rests on, blank when the signer named none.
 *
 * @param municipality the three-digit code
 * @param dpiaWithDpoAdvice data protection impact assessment with the DPO's advice, GDPR art. 35(1)-(2)
 * @param fria fundamental-rights impact assessment, AI Act art. 27
 * @param notices how the families are informed, GDPR art. 13-14, AI Act art. 26(11)
 * @param euRegistration registration of the use in the EU database, AI Act art. 26(8), 49(3)
 */
public record BasisSignature(
        BasisId basis,
        String municipality,
        Instant signedAt,
        String dpiaWithDpoAdvice,
        String fria,
        String notices,
        String euRegistration) {

    public BasisSignature {
        Objects.requireNonNull(basis);
        Objects.requireNonNull(signedAt);
    }

    /** The first moment at which it no longer counts, so many calendar months after it was given. */
    public Instant lapsesAt(int months) {
        return signedAt.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
