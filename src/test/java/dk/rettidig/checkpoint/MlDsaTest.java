package dk.rettidig.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.checkpoint.CheckpointException.Reason;
import dk.rettidig.merkle.TreeHasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second signature algorithm, held against the JDK's own implementation of FIPS 204. */
class MlDsaTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);
    private static final Checkpoint CHECKPOINT = new Checkpoint("example.com/log", 5, TreeHasher.emptyRoot());

    /** SubjectPublicKeyInfo of ML-DSA-44 before the 1,312 bytes of the key (RFC 9881 section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private final SigningKey key =
            SigningKey.generate(new KeyName("w.example/pq"), KeyAlgorithm.ML_DSA_44, new SecureRandom());

    @Test
    void theJdkVerifiesWhatIsSignedHere() throws Exception {
        NoteSignature signature = key.sign(CHECKPOINT, TIME);
        byte[] bytes = signature.bytes();
        String vkey = key.verifier().encode();
        byte[] typed = java.util.Base64.getDecoder().decode(vkey.split("\\+", 3)[2]);
        PublicKey jdk = KeyFactory.getInstance("ML-DSA")
                .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(SPKI.length + 1312)
                        .put(SPKI)
                        .put(typed, 1, 1312)
                        .array()));
        Signature verifier = Signature.getInstance("ML-DSA-44");
        verifier.initVerify(jdk);
        verifier.update(message());

        assertThat(bytes).hasSize(8 + 2420);
        assertThat(ByteBuffer.wrap(bytes).getLong()).isEqualTo(TIME.getEpochSecond());
        assertThat(verifier.verify(Arrays.copyOfRange(bytes, 8, bytes.length))).isTrue();
    }

    /** The structure cosigned_message of C2SP tlog-cosignature, written out by hand. */
    private static byte[] message() {
        return ByteBuffer.allocate(12 + 1 + 12 + 8 + 1 + 15 + 8 + 8 + 32)
                .put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 12)
                .put("w.example/pq".getBytes(StandardCharsets.US_ASCII))
                .putLong(1_679_315_147)
                .put((byte) 15)
                .put("example.com/log".getBytes(StandardCharsets.US_ASCII))
                .putLong(0)
                .putLong(5)
                .put(HexFormat.of().parseHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .array();
    }

    @Test
    void keyAndSignatureSurviveBeingWrittenAndRead() throws CheckpointException {
        SigningKey again = SigningKey.parse(key.encodeSecret());
        VerifierKey verifier = VerifierKey.parse(again.verifier().encode());
        SignedNote note = SignedNote.parse(
                SignedNote.sign(CHECKPOINT, List.of(again), TIME).encode());

        assertThat(note.verify(List.of(verifier)).getFirst().time()).contains(TIME);
    }

    @Test
    void anotherTimeSizeOriginOrSignerIsRefused() throws CheckpointException {
        NoteSignature signature = key.sign(CHECKPOINT, TIME);
        byte[] later = signature.bytes();
        later[7]++;
        NoteSignature moved = new NoteSignature(signature.name(), signature.keyId(), later);
        Checkpoint larger = new Checkpoint("example.com/log", 6, TreeHasher.emptyRoot());
        Checkpoint other = new Checkpoint("example.com/lof", 5, TreeHasher.emptyRoot());

        refused(new SignedNote(CHECKPOINT.text(), List.of(moved)));
        refused(new SignedNote(larger.text(), List.of(signature)));
        refused(new SignedNote(other.text(), List.of(signature)));
        assertThat(new SignedNote(CHECKPOINT.text(), List.of(signature)).verify(List.of(key.verifier())))
                .hasSize(1);
    }

    private void refused(SignedNote note) {
        assertThatThrownBy(() -> note.verify(List.of(key.verifier())))
                .isInstanceOfSatisfying(
                        CheckpointException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WRONG_SIGNATURE));
    }
}
