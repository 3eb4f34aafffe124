package dk.rettidig.pseudonym;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The key of one pseudonym domain and epoch, or one holder's share of it. Evaluates blinded elements; never sees an input.
 * {@code toString} hides it.
 */
public final class OprfKey {

    private static final int LONGEST_INFO = 65_535;
    private static final int TRIES = 256;

    private final SecretScalar secret;
    private final Element publicKey;

    private OprfKey(SecretScalar secret) throws OprfException {
        this.secret = secret;
        this.publicKey = Element.of(secret.times(P256.GENERATOR));
    }

    /** A fresh key. */
    public static OprfKey generate() throws OprfException {
        return new OprfKey(SecretScalar.random());
    }

    /**
     * The key of a seed (RFC 9497 section 3.2.1, DeriveKeyPair).
     *
     * @param seed 32 bytes from a source of randomness
     * @param info what the key is for, at most 65,535 bytes
     */
    public static OprfKey derive(OprfMode mode, byte[] seed, byte[] info) throws OprfException {
        if (seed.length != P256.SCALAR_BYTES || info.length > LONGEST_INFO) {
            throw new OprfException(OprfException.Reason.INPUT);
        }
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(seed);
        input.write(info.length >>> 8);
        input.write(info.length);
        input.writeBytes(info);
        byte[] start = input.toByteArray();
        for (int counter = 0; counter < TRIES; counter++) {
            byte[] tried = Arrays.copyOf(start, start.length + 1);
            tried[start.length] = (byte) counter;
            BigInteger scalar = P256.hashToScalar(tried, mode.tag("DeriveKeyPair"));
            if (scalar.signum() != 0) {
                return new OprfKey(new SecretScalar(scalar));
            }
        }
        throw new OprfException(OprfException.Reason.NOT_A_SCALAR);
    }

    /** The key with this secret, 32 bytes, big-endian. */
    public static OprfKey parse(byte[] secret) throws OprfException {
        return new OprfKey(new SecretScalar(P256.scalar(secret)));
    }

    static OprfKey of(BigInteger secret) throws OprfException {
        return new OprfKey(new SecretScalar(secret));
    }

    /** The secret, for the key store only. */
    public byte[] secret() {
        return P256.bytes(secret.value());
    }

    SecretScalar scalar() {
        return secret;
    }

    /** What is published, so that everybody can check evaluations. */
    public Element publicKey() {
        return publicKey;
    }

    /**
     * Evaluates a batch (RFC 9497 sections 3.3.1 and 3.3.2, BlindEvaluate), in {@link OprfMode#VOPRF} with one proof for all.
     *
     * @param blinded 1 to {@link Blinding#LARGEST_BATCH} elements
     * @throws OprfException for another number of them
     */
    public Evaluation evaluate(OprfMode mode, List<Element> blinded) throws OprfException {
        return evaluate(mode, blinded, SecretScalar.random());
    }

    Evaluation evaluate(OprfMode mode, List<Element> blinded, SecretScalar nonce) throws OprfException {
        Blinding.checkSize(blinded.size());
        List<ECPoint> points = new ArrayList<>(blinded.size());
        for (Element element : blinded) {
            points.add(secret.times(element.point()));
        }
        List<Element> evaluated = Element.all(points);
        return new Evaluation(
                evaluated,
                mode == OprfMode.VOPRF
                        ? Optional.of(Dleq.prove(secret, publicKey, blinded, evaluated, nonce))
                        : Optional.empty());
    }

    /** The whole function at once, for whoever holds key and input (RFC 9497 section 3.3, Evaluate). */
    public Pseudonym pseudonym(OprfMode mode, byte[] input) throws OprfException {
        return Blinding.pseudonym(input, Element.of(secret.times(new Inputs(mode).element(input))));
    }

    @Override
    public String toString() {
        return "OprfKey[hidden]";
    }
}
