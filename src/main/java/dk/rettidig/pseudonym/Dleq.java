package dk.rettidig.pseudonym;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** Proofs of discrete-logarithm equality over a batch (RFC 9497 sections 2.2.1 and 2.2.2), always to the generator. */
final class Dleq {

    private static final OprfMode MODE = OprfMode.VOPRF;

    private Dleq() {}

    /** That {@code evaluated[i] = key * blinded[i]} for the key behind {@code publicKey}; {@code nonce} is used once. */
    static EvaluationProof prove(
            SecretScalar key, Element publicKey, List<Element> blinded, List<Element> evaluated, SecretScalar nonce)
            throws OprfException {
        ECPoint combined = WeightedSum.of(blinded, weights(publicKey, blinded, evaluated));
        ECPoint commitment = nonce.times(P256.GENERATOR);
        BigInteger challenge = challenge(publicKey, combined, key.times(combined), commitment, nonce.times(combined));
        return new EvaluationProof(challenge, nonce.response(challenge, key));
    }

    /** Whether the proof holds. */
    static boolean holds(Element publicKey, List<Element> blinded, List<Element> evaluated, EvaluationProof proof) {
        try {
            BigInteger[] weights = weights(publicKey, blinded, evaluated);
            ECPoint combined = WeightedSum.of(blinded, weights);
            ECPoint result = WeightedSum.of(evaluated, weights);
            ECPoint commitment = ECAlgorithms.sumOfTwoMultiplies(
                    P256.GENERATOR, proof.response(), publicKey.point(), proof.challenge());
            ECPoint second = ECAlgorithms.sumOfTwoMultiplies(combined, proof.response(), result, proof.challenge());
            BigInteger expected = challenge(publicKey, combined, result, commitment, second);
            return MessageDigest.isEqual(P256.bytes(expected), P256.bytes(proof.challenge()));
        } catch (OprfException identity) {
            return false;
        }
    }

    /** The weights d of ComputeComposites. */
    private static BigInteger[] weights(Element publicKey, List<Element> blinded, List<Element> evaluated) {
        byte[] seed = P256.sha256()
                .digest(new Transcript()
                        .part(publicKey.bytes())
                        .part(MODE.tag("Seed-"))
                        .bytes());
        byte[] tag = MODE.tag("HashToScalar-");
        BigInteger[] weights = new BigInteger[blinded.size()];
        for (int i = 0; i < weights.length; i++) {
            byte[] input = new Transcript()
                    .part(seed)
                    .number(i)
                    .part(blinded.get(i).bytes())
                    .part(evaluated.get(i).bytes())
                    .label("Composite")
                    .bytes();
            weights[i] = P256.hashToScalar(input, tag);
        }
        return weights;
    }

    private static BigInteger challenge(Element publicKey, ECPoint... points) throws OprfException {
        Transcript transcript = new Transcript().part(publicKey.bytes());
        for (Element element : Element.all(List.of(points))) {
            transcript.part(element.bytes());
        }
        return P256.hashToScalar(transcript.label("Challenge").bytes(), MODE.tag("HashToScalar-"));
    }

    /** Parts with their lengths in two bytes before them. */
    private static final class Transcript {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Transcript part(byte[] bytes) {
            number(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Transcript number(int number) {
            out.write(number >>> 8);
            out.write(number);
            return this;
        }

        Transcript label(String label) {
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
