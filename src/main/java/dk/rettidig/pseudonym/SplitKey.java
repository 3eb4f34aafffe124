package dk.rettidig.pseudonym;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * A key that no holder has alone: Shamir's sharing modulo the order of P-256 (Shamir 1979), two of three. Each holder evaluates
 * with its share and proves it; whoever asks checks both proofs and combines the answers in the group, so the whole key is
 * never put together again.
 */
public final class SplitKey {

    /** Holders of a share. */
    public static final int HOLDERS = 3;

    /** Holders that must take part. */
    public static final int NEEDED = 2;

    private SplitKey() {}

    /**
     * One holder's part.
     *
     * @param holder 1 to {@value #HOLDERS}
     */
    public record Share(int holder, OprfKey key) {

        public Share {
            checkHolder(holder);
        }
    }

    /**
     * What one holder answered.
     *
     * @param holder 1 to {@value #HOLDERS}
     * @param publicKey the published key of that holder's share
     */
    public record Part(int holder, Element publicKey, Evaluation evaluation) {

        public Part {
            checkHolder(holder);
        }
    }

    /** Shares of the key, for holders 1 to {@value #HOLDERS}; any {@value #NEEDED} of them suffice and one tells nothing. */
    public static List<Share> split(OprfKey key) throws OprfException {
        BigInteger slope = SecretScalar.random().value();
        List<Share> shares = new ArrayList<>(HOLDERS);
        for (int holder = 1; holder <= HOLDERS; holder++) {
            BigInteger value = key.scalar()
                    .value()
                    .add(slope.multiply(BigInteger.valueOf(holder)))
                    .mod(P256.ORDER);
            shares.add(new Share(holder, OprfKey.of(value)));
        }
        return List.copyOf(shares);
    }

    /**
     * Checks every part's proof and puts the answers together.
     *
     * @param whole the domain's published key; the shares' public keys must add up to it
     * @param parts from exactly {@value #NEEDED} different holders
     * @return the evaluation, without a proof of its own: its parts were proven
     * @throws OprfException {@link Reason#SHARES} when the parts do not belong to the key, {@link Reason#PROOF} when one is
     *     not proven
     */
    public static Evaluation combine(Element whole, List<Element> blinded, List<Part> parts) throws OprfException {
        if (parts.size() != NEEDED || parts.get(0).holder() == parts.get(1).holder()) {
            throw new OprfException(Reason.SHARES);
        }
        BigInteger first = weight(parts.get(0).holder(), parts.get(1).holder());
        BigInteger second = weight(parts.get(1).holder(), parts.get(0).holder());
        checkKeys(whole, parts, first, second);
        for (Part part : parts) {
            if (!part.evaluation().provenFor(part.publicKey(), blinded)) {
                throw new OprfException(Reason.PROOF);
            }
        }
        List<Element> left = parts.get(0).evaluation().elements();
        List<Element> right = parts.get(1).evaluation().elements();
        List<ECPoint> points = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            points.add(ECAlgorithms.sumOfTwoMultiplies(
                    left.get(i).point(), first, right.get(i).point(), second));
        }
        return new Evaluation(Element.all(points), Optional.empty());
    }

    private static void checkKeys(Element whole, List<Part> parts, BigInteger first, BigInteger second)
            throws OprfException {
        ECPoint sum = ECAlgorithms.sumOfTwoMultiplies(
                parts.get(0).publicKey().point(),
                first,
                parts.get(1).publicKey().point(),
                second);
        if (!Element.of(sum).equals(whole)) {
            throw new OprfException(Reason.SHARES);
        }
    }

    /** Lagrange's weight of a holder at zero. */
    private static BigInteger weight(int holder, int other) {
        BigInteger difference = BigInteger.valueOf((long) other - holder).mod(P256.ORDER);
        return BigInteger.valueOf(other)
                .multiply(BigIntegers.modOddInverse(P256.ORDER, difference))
                .mod(P256.ORDER);
    }

    private static void checkHolder(int holder) {
        if (holder < 1 || holder > HOLDERS) {
            throw new IllegalArgumentException("a holder has a number from 1 to " + HOLDERS);
        }
    }
}
