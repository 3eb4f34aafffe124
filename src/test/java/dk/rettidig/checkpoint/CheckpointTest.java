package dk.rettidig.checkpoint;

import static dk.rettidig.checkpoint.SignedNoteTest.fails;
import static dk.rettidig.checkpoint.SignedNoteTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TreeHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final SigningKey LOG = key("example.com/log", KeyAlgorithm.ED25519, 1);
    private static final SigningKey WITNESS = key("witness.example/w1", KeyAlgorithm.COSIGNATURE_V1, 2);
    private static final Checkpoint CHECKPOINT = new Checkpoint("example.com/log", 7, TreeHasher.emptyRoot());

    @Test
    void readsTheDocumentsExample() throws IOException, CheckpointException {
        Path file = Path.of("../shared/vectors/tlog/checkpoint-example.txt");
        assumeTrue(Files.exists(file), "shared vectors are not here: skipped");
        SignedNote note = SignedNote.parse(Files.readAllBytes(file));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).isEqualTo(Hash.fromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        assertThat(checkpoint.text()).isEqualTo(note.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n0\n" + ROOT + "\n",
                "o\n9223372036854775807\n" + ROOT + "\n",
                "o with space + plus\n1\n" + ROOT + "\n",
                "o\n1\n" + ROOT + "\nextension\nanother\n"
            })
    void readsAndWritesTheSameText(String text) throws CheckpointException {
        assertThat(Checkpoint.parse(new NoteText(text)).text().value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "o\n",
                "o\n1\n",
                "\n1\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n00\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n 1\n" + ROOT + "\n",
                "o\n1 \n" + ROOT + "\n",
                "o\n1e3\n" + ROOT + "\n",
                "o\n0x1\n" + ROOT + "\n",
                "o\n٣\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n18446744073709551616\n" + ROOT + "\n",
                "o\n1\n" + ROOT + " \n",
                "o\n1\nAAAA\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nextension\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        fails(Reason.BAD_CHECKPOINT, () -> Checkpoint.parse(new NoteText(text)));
    }

    @Test
    void opensOnlyWhatTheLogItselfSigned() throws CheckpointException {
        SignedNote signed = SignedNote.sign(CHECKPOINT.text(), LOG);
        NoteSignature cosignature = WITNESS.cosign(CHECKPOINT.text(), Instant.EPOCH);
        List<VerifierKey> both = List.of(LOG.verifier(), WITNESS.verifier());
        assertThat(Checkpoint.open(signed.with(cosignature), both)).isEqualTo(CHECKPOINT);
        SignedNote witnessOnly = new SignedNote(CHECKPOINT.text(), List.of(cosignature));
        fails(Reason.NO_KNOWN_SIGNATURE, () -> Checkpoint.open(witnessOnly, both));
        SigningKey other = key("example.com/other", KeyAlgorithm.ED25519, 3);
        SignedNote foreign = SignedNote.sign(CHECKPOINT.text(), other);
        fails(Reason.WRONG_ORIGIN, () -> Checkpoint.open(foreign, List.of(other.verifier())));
    }

    @Test
    void readsAndWritesProofFiles() throws CheckpointException {
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), LOG);
        TlogProof full = new TlogProof(
                new TlogProof.Extra(new byte[] {1, 2}), 3, List.of(TreeHasher.emptyRoot(), CHECKPOINT.root()), note);
        TlogProof bare = new TlogProof(TlogProof.Extra.NONE, 0, List.of(), note);
        for (TlogProof proof : List.of(full, bare)) {
            assertThat(TlogProof.parse(bytes(proof.encode()))).isEqualTo(proof);
        }
        String text = full.encode();
        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 3\n" + ROOT + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AQI=\n\n",
                "c2sp.org/tlog-proof@v1\nextra AQ\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\n\n",
                "\nc2sp.org/tlog-proof@v1\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n"
            })
    void refusesWhatIsNoProofFile(String head) {
        String note = SignedNote.sign(CHECKPOINT.text(), LOG).encode();
        assertThatThrownBy(() -> TlogProof.parse(bytes(head + note))).isInstanceOf(CheckpointException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
