package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own ways to a point and a sum against Bouncy Castle's, which are slower. */
class GroupTest {

    private final Random random = new Random(9380);

    @Test
    void anInputIsHashedToThePointThatBouncyCastleFinds() throws OprfException {
        for (OprfMode mode : OprfMode.values()) {
            HashToEllipticCurve theirs = HashToEllipticCurve.getInstance(
                    HashToCurveProfile.P256_XMD_SHA_256,
                    new String(mode.tag("HashToGroup-"), StandardCharsets.US_ASCII));
            Inputs ours = new Inputs(mode);
            for (int length = 0; length < 200; length++) {
                byte[] input = new byte[length];
                random.nextBytes(input);
                assertThat(ours.element(input).normalize())
                        .isEqualTo(theirs.hashToCurve(input).normalize());
            }
        }
    }

    @Test
    void theTwoModesHashTheSameInputToDifferentPoints() throws OprfException {
        byte[] input = {1, 2, 3};
        assertThat(new Inputs(OprfMode.OPRF).element(input).normalize())
                .isNotEqualTo(new Inputs(OprfMode.VOPRF).element(input).normalize());
    }

    @Test
    void aNumberThatMeetsTheMapsExceptionStillLandsOnTheCurve() {
        // u = 0 is the one case in which Z stands in the denominator's place (RFC 9380 section 6.6.2, step 4).
        ECPoint twice = SimplifiedSwu.map(BigInteger.ZERO, BigInteger.ZERO);
        assertThat(twice.isValid()).isTrue();
        assertThat(twice.isInfinity()).isFalse();
        assertThat(SimplifiedSwu.map(BigInteger.ZERO, BigInteger.ONE).isValid()).isTrue();
    }

    @Test
    void aNumberAndItsNegativeAreMappedToOppositePoints() {
        BigInteger u = new BigInteger(250, random);
        BigInteger negative = P256.CURVE.getField().getCharacteristic().subtract(u);
        assertThat(SimplifiedSwu.map(u, negative).isInfinity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 128, 129, 1_000})
    void aWeightedSumIsTheOneThatBouncyCastleMakes(int elements) throws OprfException {
        List<Element> summed = new ArrayList<>();
        BigInteger[] weights = new BigInteger[elements];
        for (int i = 0; i < elements; i++) {
            summed.add(Element.of(P256.GENERATOR.multiply(BigInteger.valueOf(random.nextInt(1, 1 << 20)))));
            weights[i] = new BigInteger(256, random).mod(P256.ORDER);
        }
        assertThat(WeightedSum.of(summed, weights).normalize()).isEqualTo(theirs(summed, weights));
    }

    @Test
    void theLargestAndSmallestWeightsAndTheSameElementTwiceAreSummedToo() throws OprfException {
        Element element = Element.of(P256.GENERATOR);
        BigInteger[] weights = new BigInteger[300];
        Arrays.setAll(weights, i -> i % 3 == 0 ? P256.ORDER.subtract(BigInteger.ONE) : BigInteger.valueOf(i % 3 - 1));
        List<Element> same = new ArrayList<>(java.util.Collections.nCopies(300, element));
        assertThat(WeightedSum.of(same, weights).normalize()).isEqualTo(theirs(same, weights));
        Arrays.fill(weights, BigInteger.ZERO);
        assertThat(WeightedSum.of(same, weights).isInfinity()).isTrue();
    }

    private static ECPoint theirs(List<Element> elements, BigInteger[] weights) {
        return ECAlgorithms.sumOfMultiplies(
                        elements.stream().map(Element::point).toArray(ECPoint[]::new), weights)
                .normalize();
    }
}
