package dk.rettidig.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.CheckpointException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final SigningKey LOG = key("example.com/log", KeyAlgorithm.ED25519, 1);
    private static final SigningKey WITNESS = key("witness.example/w1", KeyAlgorithm.COSIGNATURE_V1, 2);
    private static final NoteText TEXT = new NoteText("line one\n\nline two æøå\n");
    private static final SignedNote NOTE = SignedNote.sign(TEXT, LOG);
    private static final String SIGNATURE = NOTE.signatures().getFirst().line();

    @Test
    void verifiesWhatItSignsAfterEncodingAndParsing() throws CheckpointException {
        SignedNote parsed = SignedNote.parse(NOTE.encode().getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isEqualTo(NOTE);
        assertThat(parsed.verify(List.of(LOG.verifier())).getFirst().key()).isEqualTo(LOG.verifier());
    }

    @Test
    void agreesWithTheSharedVectors() throws IOException {
        Path file = Path.of("../shared/vectors/tlog/signed-note-cases.json");
        assumeTrue(Files.exists(file), "shared vectors are not here: skipped");
        for (JsonNode each : new ObjectMapper().readTree(Files.readString(file))) {
            boolean valid;
            try {
                VerifierKey key = VerifierKey.parse(each.get("vkey").asText());
                valid = !SignedNote.parse(each.get("note").asText())
                        .verify(List.of(key))
                        .isEmpty();
            } catch (CheckpointException e) {
                valid = false;
            }
            assertThat(valid)
                    .as(each.get("id").asText())
                    .isEqualTo(each.get("valid").asBoolean());
        }
    }

    @Test
    void ignoresUnknownKeysEvenWithAKnownNameOrId() throws CheckpointException {
        SigningKey sameName = key("example.com/log", KeyAlgorithm.ED25519, 9);
        NoteSignature sameId =
                new NoteSignature(new KeyName("other"), LOG.verifier().id(), new byte[64]);
        NoteSignature postQuantum = new NoteSignature(new KeyName("pq"), 7, new byte[4900]);
        SignedNote note = new SignedNote(TEXT, List.of(sameName.sign(TEXT), sameId, postQuantum, LOG.sign(TEXT)));
        assertThat(SignedNote.parse(note.encode()).verify(List.of(LOG.verifier())))
                .hasSize(1);
        fails(Reason.NO_KNOWN_SIGNATURE, () -> note.verify(List.of(WITNESS.verifier())));
        fails(Reason.NO_KNOWN_SIGNATURE, () -> note.verify(List.of()));
    }

    @Test
    void refusesTheWholeNoteWhenOneKnownKeyHasNotSignedIt() throws CheckpointException {
        NoteSignature forged =
                new NoteSignature(WITNESS.verifier().name(), WITNESS.verifier().id(), new byte[72]);
        SignedNote note = NOTE.with(forged);
        assertThat(note.verify(List.of(LOG.verifier()))).hasSize(1);
        fails(Reason.WRONG_SIGNATURE, () -> note.verify(List.of(LOG.verifier(), WITNESS.verifier())));
    }

    @Test
    void countsTheSameRightLineOnceAndAKeyOnceWhateverItsTimes() throws CheckpointException {
        SignedNote twice = NOTE.with(NOTE.signatures().getFirst());
        assertThat(SignedNote.parse(twice.encode()).verify(List.of(LOG.verifier())))
                .hasSize(1);
        assertThat(twice.verify(List.of(LOG.verifier(), LOG.verifier()))).hasSize(1);
        SignedNote atTwoTimes = NOTE.with(WITNESS.cosign(TEXT, Instant.ofEpochSecond(5)))
                .with(WITNESS.cosign(TEXT, Instant.ofEpochSecond(9)));
        assertThat(atTwoTimes.verify(List.of(WITNESS.verifier())))
                .extracting(SignedNote.Verified::time)
                .containsExactly(Optional.of(Instant.ofEpochSecond(5)));
    }

    @Test
    void refusesARightLineBesideAWrongOneOfTheSameKeyInEitherOrder() {
        NoteSignature right = NOTE.signatures().getFirst();
        NoteSignature wrong = new NoteSignature(right.name(), right.keyId(), new byte[64]);
        fails(
                Reason.WRONG_SIGNATURE,
                () -> new SignedNote(TEXT, List.of(right, wrong)).verify(List.of(LOG.verifier())));
        fails(
                Reason.WRONG_SIGNATURE,
                () -> new SignedNote(TEXT, List.of(wrong, right)).verify(List.of(LOG.verifier())));
    }

    @Test
    void failsAfterEveryBitChangeOfTheNote() {
        byte[] bytes = NOTE.encode().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> SignedNote.parse(changed).verify(List.of(LOG.verifier())))
                    .as("bit %d", bit)
                    .isInstanceOf(CheckpointException.class);
        }
    }

    @Test
    void failsAfterEveryTruncation() {
        byte[] bytes = NOTE.encode().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SignedNote.parse(shorter)).isInstanceOf(CheckpointException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\nSIG\n",
                "text\n\n\u2014 a\n",
                "text\n\n\u2014 a \n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n\u2014 a AAAAAAE\n",
                "text\n\n\u2014 a AAAAAAF=\n",
                "text\n\n\u2014 a AAAA_AA=\n",
                "text\n\n\u2014 a+b AAAAAAE=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAE=\n",
                "text\n\n\u2014 a\u2003b AAAAAAE=\n",
                "text\n\n\u2014 a\u0085b AAAAAAE=\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n\u2014 a  AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE= \n",
                "text\n\n- a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE=",
                "text\n\n\u2014 a AAAAAAE=\ntrailing",
                "text\n\n\u2014 a AAAAAAE=\ntrailing\n",
                "te\txt\n\n\u2014 a AAAAAAE=\n",
                "te\rxt\n\n\u2014 a AAAAAAE=\n",
                "te\u0000xt\n\n\u2014 a AAAAAAE=\n",
                "text\r\n\r\n\u2014 a AAAAAAE=\r\n",
                "text\n\n\u2014 a AAAAAAE=\n\n"
            })
    void refusesWhatIsNoSignedNote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(CheckpointException.class);
    }

    @Test
    void acceptsTheSmallestNoteAndOddButLegalOnes() throws CheckpointException {
        assertThat(SignedNote.parse("\n\n\u2014 a AAAAAAE=\n").text().value()).isEqualTo("\n");
        assertThat(SignedNote.parse("t\n\n\u2014 æ/1 AAAAAAE=\n\u2014 b AAAAAAE=\n")
                        .signatures())
                .hasSize(2);
        assertThat(SignedNote.parse("a\n\n\u2014 x AAAAAAE=\n\n\u2014 a AAAAAAE=\n")
                        .text()
                        .value())
                .isEqualTo("a\n\n\u2014 x AAAAAAE=\n");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = NOTE.encode().getBytes(StandardCharsets.UTF_8);
        for (int evil : new int[] {0xff, 0xc0, 0x80}) {
            byte[] changed = bytes.clone();
            changed[2] = (byte) evil;
            fails(Reason.BAD_CHARACTERS, () -> SignedNote.parse(changed));
        }
    }

    @Test
    void boundsSizeAndNumberOfSignatures() throws CheckpointException {
        assertThat(SignedNote.parse(TEXT.value() + "\n" + SIGNATURE.repeat(SignedNote.MAX_SIGNATURES))
                        .signatures())
                .hasSize(SignedNote.MAX_SIGNATURES);
        fails(
                Reason.TOO_LARGE,
                () -> SignedNote.parse(TEXT.value() + "\n" + SIGNATURE.repeat(SignedNote.MAX_SIGNATURES + 1)));
        fails(Reason.TOO_LARGE, () -> SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]));
    }

    @Test
    void cosignsWithATimeAndOnlyAWitnessDoes() throws CheckpointException {
        Instant time = Instant.parse("2026-11-22T01:00:00Z");
        SignedNote note = NOTE.with(WITNESS.cosign(TEXT, time));
        assertThat(SignedNote.parse(note.encode()).verify(List.of(LOG.verifier(), WITNESS.verifier())))
                .extracting(verified -> verified.time().map(Instant::toString).orElse("none"))
                .containsExactly("none", "2026-11-22T01:00:00Z");
        assertThatThrownBy(() -> WITNESS.sign(TEXT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LOG.cosign(TEXT, time)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesACosignatureWhoseTimeWasChanged() {
        byte[] bytes =
                WITNESS.cosign(TEXT, Instant.ofEpochSecond(1_700_000_000)).bytes();
        for (int i = 0; i < 8; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) 0x81;
            SignedNote note = NOTE.with(new NoteSignature(
                    WITNESS.verifier().name(), WITNESS.verifier().id(), changed));
            fails(Reason.WRONG_SIGNATURE, () -> note.verify(List.of(WITNESS.verifier())));
        }
    }

    static SigningKey key(String name, KeyAlgorithm algorithm, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.of(new KeyName(name), algorithm, bytes);
    }

    static void fails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CheckpointException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
