package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.pseudonym.OprfException.Reason;
import dk.rettidig.pseudonym.SplitKey.Part;
import dk.rettidig.pseudonym.SplitKey.Share;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitKeyTest {

    private final OprfKey whole;
    private final List<Share> shares;
    private final Blinding blinding;

    SplitKeyTest() throws OprfException {
        whole = OprfKey.generate();
        shares = SplitKey.split(whole);
        blinding = Blinding.of(
                OprfMode.VOPRF,
                List.of("a".getBytes(StandardCharsets.US_ASCII), "b".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,1", "1,3", "3,1", "2,3", "3,2"})
    void anyTwoHoldersGiveWhatTheWholeKeyGives(int first, int second) throws OprfException {
        Evaluation combined =
                SplitKey.combine(whole.publicKey(), blinding.blinded(), List.of(part(first), part(second)));
        assertThat(blinding.opened(combined))
                .isEqualTo(blinding.verified(whole.publicKey(), whole.evaluate(OprfMode.VOPRF, blinding.blinded())));
    }

    @Test
    void oneHolderTwiceAndOneHolderAloneAreRefused() throws OprfException {
        Part one = part(1);
        refused(Reason.SHARES, () -> combine(List.of(one, one)));
        refused(Reason.SHARES, () -> combine(List.of(one)));
        refused(Reason.SHARES, () -> combine(List.of(part(1), part(2), part(3))));
    }

    @Test
    void sharesOfAnotherSplitAreRefused() throws OprfException {
        Share foreign = SplitKey.split(whole).get(1);
        refused(Reason.SHARES, () -> combine(List.of(part(1), part(foreign))));
        refused(Reason.SHARES, () -> combine(List.of(part(1), new Part(3, part(2).publicKey(), part(2).evaluation()))));
    }

    @Test
    void aPartThatIsNotProvenIsRefused() throws OprfException {
        Part second = part(2);
        Evaluation unproven = new Evaluation(second.evaluation().elements(), Optional.empty());
        refused(Reason.PROOF, () -> combine(List.of(part(1), new Part(2, second.publicKey(), unproven))));
        Evaluation ofAnother = whole.evaluate(OprfMode.VOPRF, blinding.blinded());
        refused(Reason.PROOF, () -> combine(List.of(part(1), new Part(2, second.publicKey(), ofAnother))));
    }

    @Test
    void aShareAloneGivesOtherPseudonymsThanTheKey() throws OprfException {
        for (Share share : shares) {
            assertThat(share.key().publicKey()).isNotEqualTo(whole.publicKey());
        }
    }

    private Evaluation combine(List<Part> parts) throws OprfException {
        return SplitKey.combine(whole.publicKey(), blinding.blinded(), parts);
    }

    private Part part(int holder) throws OprfException {
        return part(shares.get(holder - 1));
    }

    private Part part(Share share) throws OprfException {
        return new Part(
                share.holder(), share.key().publicKey(), share.key().evaluate(OprfMode.VOPRF, blinding.blinded()));
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OprfException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
