package dk.rettidig.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.testing.SignedLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The body of C2SP tlog-witness add-checkpoint, read by its exact rules. */
class CheckpointSubmissionTest {

    private static final SignedLog LOG = new SignedLog("example.org/log", "a", 20);
    private static final String NOTE = LOG.checkpoint(20).encode();
    private static final String HASH = LOG.root(3).base64();

    @Test
    void whatIsWrittenIsReadAgain() throws CheckpointException {
        CheckpointSubmission submission = LOG.submission(7, 20);

        assertThat(submission.encode()).startsWith("old 7\n").contains("\n\nexample.org/log\n20\n");
        assertThat(read(submission.encode())).isEqualTo(submission);
    }

    @Test
    void withoutProofTheEmptyLineFollowsAtOnce() throws CheckpointException {
        assertThat(read("old 0\n\n" + NOTE)).isEqualTo(LOG.submission(0, 20));
        assertThat(LOG.submission(0, 20).encode()).isEqualTo("old 0\n\n" + NOTE);
    }

    @Test
    void sixtyThreeLinesOfProofAreReadAndOneMoreIsNot() throws CheckpointException {
        assertThat(read("old 1\n" + (HASH + "\n").repeat(63) + "\n" + NOTE).proof())
                .hasSize(63);
        refused("old 1\n" + (HASH + "\n").repeat(64) + "\n" + NOTE, Reason.BAD_SUBMISSION);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", Reason.BAD_SUBMISSION),
                Arguments.of("old 0\n" + NOTE, Reason.BAD_NOTE),
                Arguments.of("\nold 0\n\n" + NOTE, Reason.BAD_SUBMISSION),
                Arguments.of("Old 0\n\n" + NOTE, Reason.BAD_SUBMISSION),
                Arguments.of("old  0\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 00\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 07\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old -1\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old +1\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 9223372036854775808\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 1 \n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 1\r\n\n" + NOTE, Reason.BAD_CHECKPOINT),
                Arguments.of("old 1\n" + HASH.replace("=", "") + "\n\n" + NOTE, Reason.BAD_SUBMISSION),
                Arguments.of("old 1\nAAAA\n\n" + NOTE, Reason.BAD_SUBMISSION),
                Arguments.of("old 1\n" + HASH + " \n\n" + NOTE, Reason.BAD_SUBMISSION),
                Arguments.of("old 1\n\n" + NOTE + "\n", Reason.BAD_NOTE),
                Arguments.of("old 1\n\n" + NOTE + "rest", Reason.BAD_NOTE));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anythingElseIsRefused(String body, Reason reason) {
        refused(body, reason);
    }

    @Test
    void bytesThatAreNoUtf8AndBodiesThatAreTooLongAreRefused() {
        byte[] latin =
                ("old 0\n\n" + NOTE).getBytes(StandardCharsets.ISO_8859_1); // the em dash becomes a question mark
        latin[latin.length - 2] = (byte) 0xE6;
        assertThatThrownBy(() -> CheckpointSubmission.parse(latin))
                .isInstanceOfSatisfying(
                        CheckpointException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BAD_CHARACTERS));
        assertThatThrownBy(() -> CheckpointSubmission.parse(new byte[CheckpointSubmission.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        CheckpointException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void anAnswerCannotSlipAnotherTextUnderTheSignature() throws CheckpointException {
        SigningKey witness = SigningKey.of(new KeyName("w.example/1"), KeyAlgorithm.COSIGNATURE_V1, new byte[32]);
        SignedNote ours = LOG.checkpoint(10);
        NoteText longer = new NoteText(ours.text().value() + "\nother\n");
        String line = witness.cosign(longer, java.time.Instant.EPOCH).line();

        assertThatThrownBy(() -> ours.cosigned("other\n\n" + line, witness.verifier()))
                .isInstanceOf(CheckpointException.class);
        assertThatThrownBy(() -> ours.cosigned(line, witness.verifier()))
                .isInstanceOfSatisfying(
                        CheckpointException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WRONG_SIGNATURE));
        String right = witness.cosign(ours.text(), java.time.Instant.EPOCH).line();
        assertThat(ours.cosigned(right, witness.verifier()).signatures()).hasSize(2);
        assertThat(ours.cosigned(right, witness.verifier()).verify(List.of(witness.verifier())))
                .hasSize(1);
    }

    private static CheckpointSubmission read(String body) throws CheckpointException {
        return CheckpointSubmission.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String body, Reason reason) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        CheckpointException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
