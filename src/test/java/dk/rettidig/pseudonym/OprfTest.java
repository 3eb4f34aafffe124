package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.pseudonym.OprfException.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OprfTest {

    private final OprfKey key;

    OprfTest() throws OprfException {
        key = OprfKey.generate();
    }

    @Test
    void theSameInputGetsTheSamePseudonymHoweverOftenItIsBlindedAndNoBlindedElementTwice() throws OprfException {
        Blinding first = Blinding.of(OprfMode.VOPRF, inputs(3));
        Blinding second = Blinding.of(OprfMode.VOPRF, inputs(3));
        assertThat(first.blinded()).doesNotContainAnyElementsOf(second.blinded());
        assertThat(verified(first, key)).isEqualTo(verified(second, key)).doesNotHaveDuplicates();
    }

    @Test
    void anotherKeyGivesOtherPseudonyms() throws OprfException {
        Blinding blinding = Blinding.of(OprfMode.VOPRF, inputs(2));
        assertThat(verified(blinding, key)).doesNotContainAnyElementsOf(verified(blinding, OprfKey.generate()));
    }

    @Test
    void splittingTheScalarAtRandomChangesNoProduct() throws OprfException {
        Random random = seeded();
        for (int i = 0; i < 50; i++) {
            BigInteger scalar = new BigInteger(250, random).add(BigInteger.ONE);
            assertThat(new SecretScalar(scalar).times(P256.GENERATOR).normalize())
                    .isEqualTo(P256.GENERATOR.multiply(scalar).normalize());
        }
        BigInteger largest = P256.ORDER.subtract(BigInteger.ONE);
        assertThat(new SecretScalar(largest).times(P256.GENERATOR).normalize())
                .isEqualTo(P256.GENERATOR.negate().normalize());
    }

    @Test
    void aProofHoldsForItsKeyItsElementsAndTheirOrderOnly() throws OprfException {
        List<Element> blinded = Blinding.of(OprfMode.VOPRF, inputs(3)).blinded();
        Evaluation evaluation = key.evaluate(OprfMode.VOPRF, blinded);
        assertThat(evaluation.provenFor(key.publicKey(), blinded)).isTrue();

        assertThat(evaluation.provenFor(OprfKey.generate().publicKey(), blinded))
                .isFalse();
        assertThat(evaluation.provenFor(key.publicKey(), reversed(blinded))).isFalse();
        assertThat(evaluation.provenFor(key.publicKey(), blinded.subList(0, 2))).isFalse();
        assertThat(new Evaluation(reversed(evaluation.elements()), evaluation.proof())
                        .provenFor(key.publicKey(), blinded))
                .isFalse();
        assertThat(new Evaluation(evaluation.elements(), Optional.empty()).provenFor(key.publicKey(), blinded))
                .isFalse();
    }

    @Test
    void oneElementMadeWithAnotherKeySpoilsTheProofOfTheWholeBatch() throws OprfException {
        List<Element> blinded = Blinding.of(OprfMode.VOPRF, inputs(4)).blinded();
        Evaluation honest = key.evaluate(OprfMode.VOPRF, blinded);
        Evaluation other = OprfKey.generate().evaluate(OprfMode.VOPRF, blinded);
        for (int i = 0; i < 4; i++) {
            List<Element> mixed = new ArrayList<>(honest.elements());
            mixed.set(i, other.elements().get(i));
            assertThat(new Evaluation(mixed, honest.proof()).provenFor(key.publicKey(), blinded))
                    .isFalse();
        }
    }

    @Test
    void everyFlippedBitOfAProofSpoilsIt() throws OprfException {
        List<Element> blinded = Blinding.of(OprfMode.VOPRF, inputs(1)).blinded();
        Evaluation evaluation = key.evaluate(OprfMode.VOPRF, blinded);
        byte[] proof = evaluation.proof().orElseThrow().bytes();
        Random random = seeded();
        for (int i = 0; i < 64; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(accepted(evaluation.elements(), changed, blinded)).isFalse();
        }
        assertThat(accepted(evaluation.elements(), proof, blinded)).isTrue();
    }

    @Test
    void anAnswerWithTooFewOrTooManyElementsIsRefused() throws OprfException {
        Blinding blinding = Blinding.of(OprfMode.VOPRF, inputs(3));
        Evaluation evaluation = key.evaluate(OprfMode.VOPRF, blinding.blinded());
        List<Element> fewer = evaluation.elements().subList(0, 2);
        refused(Reason.BATCH, () -> blinding.opened(new Evaluation(fewer, evaluation.proof())));
        refused(Reason.BATCH, () -> blinding.verified(key.publicKey(), new Evaluation(List.of(), Optional.empty())));
        refused(
                Reason.PROOF,
                () -> blinding.verified(key.publicKey(), new Evaluation(evaluation.elements(), Optional.empty())));
    }

    @Test
    void aBatchHasBetweenOneAndAThousandElements() throws OprfException {
        refused(Reason.BATCH, () -> Blinding.of(OprfMode.VOPRF, List.of()));
        refused(Reason.BATCH, () -> Blinding.of(OprfMode.VOPRF, inputs(Blinding.LARGEST_BATCH + 1)));
        Element one = key.publicKey();
        refused(Reason.BATCH, () -> key.evaluate(OprfMode.VOPRF, List.of()));
        refused(Reason.BATCH, () -> key.evaluate(OprfMode.OPRF, Collections.nCopies(Blinding.LARGEST_BATCH + 1, one)));
        assertThat(key.evaluate(OprfMode.VOPRF, Collections.nCopies(Blinding.LARGEST_BATCH, one))
                        .provenFor(key.publicKey(), Collections.nCopies(Blinding.LARGEST_BATCH, one)))
                .isTrue();
    }

    @Test
    void onlyPointsOfTheCurveInCompressedFormAreElements() throws OprfException {
        byte[] good = key.publicKey().bytes();
        assertThat(Element.parse(good)).isEqualTo(key.publicKey());
        refused(Reason.IDENTITY, () -> Element.parse(new byte[1]));
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(new byte[33]));
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(new byte[0]));
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(Arrays.copyOf(good, 32)));
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(Arrays.copyOf(good, 34)));
        refused(
                Reason.NOT_AN_ELEMENT,
                () -> Element.parse(key.publicKey().point().getEncoded(false)));
        byte[] hybrid = key.publicKey().point().getEncoded(false);
        hybrid[0] = 6;
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(hybrid));
        byte[] aboveThePrime = new byte[33];
        Arrays.fill(aboveThePrime, (byte) 0xff);
        aboveThePrime[0] = 2;
        refused(Reason.NOT_AN_ELEMENT, () -> Element.parse(aboveThePrime));
    }

    @Test
    void aboutHalfOfAllAbscissasBelongToNoPointAndAreRefused() {
        Random random = seeded();
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[33];
            random.nextBytes(bytes);
            bytes[0] = 2;
            try {
                assertThat(Element.parse(bytes).bytes()).isEqualTo(bytes);
            } catch (OprfException offTheCurve) {
                assertThat(offTheCurve.reason()).isEqualTo(Reason.NOT_AN_ELEMENT);
                refused++;
            }
        }
        assertThat(refused).isBetween(60, 140);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "01",
                ""
            })
    void zeroAndWhatIsNotBelowTheOrderIsNoKey(String hex) {
        refused(Reason.NOT_A_SCALAR, () -> OprfKey.parse(HexFormat.of().parseHex(hex)));
    }

    @Test
    void aKeyComesBackFromItsSecretAndShowsItNowhere() throws OprfException {
        OprfKey again = OprfKey.parse(key.secret());
        assertThat(again.publicKey()).isEqualTo(key.publicKey());
        assertThat(key.toString() + new SecretScalar(BigInteger.TEN)).doesNotContainPattern("[0-9a-f]{8}");
        refused(Reason.INPUT, () -> OprfKey.derive(OprfMode.VOPRF, new byte[31], new byte[0]));
    }

    @Test
    void anInputMayHave65535BytesAndNoMore() throws OprfException {
        assertThat(verified(Blinding.of(OprfMode.VOPRF, List.of(new byte[65_535])), key))
                .hasSize(1);
        refused(Reason.INPUT, () -> Blinding.of(OprfMode.VOPRF, List.of(new byte[65_536])));
    }

    private boolean accepted(List<Element> elements, byte[] proof, List<Element> blinded) {
        try {
            return new Evaluation(elements, Optional.of(EvaluationProof.parse(proof)))
                    .provenFor(key.publicKey(), blinded);
        } catch (OprfException malformed) {
            return false;
        }
    }

    private static List<Pseudonym> verified(Blinding blinding, OprfKey key) throws OprfException {
        return blinding.verified(key.publicKey(), key.evaluate(OprfMode.VOPRF, blinding.blinded()));
    }

    private static List<byte[]> inputs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("input " + i).getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        return list.reversed();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OprfException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Random seeded() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
