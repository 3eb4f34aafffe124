package dk.rettidig.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.NoteSignature;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.merkle.Hash;
import dk.rettidig.testing.SignedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness cosigns, and all that it does not (C2SP tlog-witness, "add-checkpoint"). */
class WitnessTest {

    private static final String ORIGIN = "example.org/log";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SigningKey KEY =
            SigningKey.of(new KeyName("witness.example/w1"), KeyAlgorithm.COSIGNATURE_V1, new byte[32]);

    private final SignedLog log = new SignedLog(ORIGIN, "a", 300);
    private final SignedLog otherHistory = new SignedLog(ORIGIN, "b", 300);

    @TempDir
    Path home;

    private Witness witness;

    @BeforeEach
    void start() throws Exception {
        witness = at(NOON);
    }

    private Witness at(Instant now) throws Exception {
        WitnessedLogs followed = WitnessedLogs.parse(List.of("# ours", "", log.vkey()));
        return new Witness(followed, KEY, home, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTreeThatGrowsIsCosignedStepByStep() throws Exception {
        int size = 0;
        for (int next : new int[] {0, 1, 2, 3, 7, 8, 8, 100, 256, 257, 300}) {
            assertCosigned(log.submission(size, next), NOON);
            size = next;
        }
    }

    private void assertCosigned(CheckpointSubmission submission, Instant time) throws Exception {
        Decision decision = decide(submission);
        assertThat(decision).isInstanceOf(Decision.Cosigned.class);
        SignedNote cosigned = submission.checkpoint().cosigned(((Decision.Cosigned) decision).lines(), KEY.verifier());
        assertThat(cosigned.verify(List.of(KEY.verifier())).getFirst().time()).contains(time);
    }

    @Test
    void whoeverDoesNotKnowTheSizeIsToldIt() throws Exception {
        decide(log.submission(0, 100));

        assertThat(decide(log.submission(0, 200))).isEqualTo(new Decision.Conflict(100));
        assertThat(decide(log.submission(50, 200))).isEqualTo(new Decision.Conflict(100));
        assertThat(decide(log.submission(150, 200))).isEqualTo(new Decision.Conflict(100));
        assertCosigned(log.submission(100, 200), NOON);
    }

    @Test
    void anotherRootOfTheSameSizeIsAConflictAndKeptAsEvidence() throws Exception {
        decide(log.submission(0, 100));

        assertThat(decide(otherHistory.submission(100, 100))).isEqualTo(new Decision.Conflict(100));
        assertThat(evidence()).hasSize(1);
        assertThat(Files.readAllBytes(evidence().getFirst()))
                .isEqualTo(bytes(otherHistory.submission(100, 100).encode()));
    }

    @Test
    void aTreeThatDoesNotExtendTheLastOneIsNeverCosigned() throws Exception {
        decide(log.submission(0, 100));

        assertThat(decide(otherHistory.submission(100, 200))).isEqualTo(new Decision.Inconsistent());
        assertThat(decide(new CheckpointSubmission(100, List.of(), log.checkpoint(200))))
                .isEqualTo(new Decision.Inconsistent());
        List<Hash> tooMuch = new ArrayList<>(log.proof(100, 200));
        tooMuch.add(log.root(1));
        assertThat(decide(new CheckpointSubmission(100, tooMuch, log.checkpoint(200))))
                .isEqualTo(new Decision.Inconsistent());
        assertThat(decide(new CheckpointSubmission(100, log.proof(100, 201), log.checkpoint(200))))
                .isEqualTo(new Decision.Inconsistent());
        assertThat(decide(new CheckpointSubmission(100, List.of(log.root(1)), log.checkpoint(100))))
                .isEqualTo(new Decision.Inconsistent());
        assertThat(evidence()).hasSize(5);
        assertCosigned(log.submission(100, 200), NOON);
    }

    @Test
    void fromNothingNoProofMayBeGivenAndTheEmptyTreeHasOneRoot() throws Exception {
        assertThat(decide(new CheckpointSubmission(0, List.of(log.root(1)), log.checkpoint(10))))
                .isEqualTo(new Decision.Inconsistent());
        SigningKey logKey = SigningKey.of(
                new KeyName(ORIGIN),
                KeyAlgorithm.ED25519,
                java.util.Arrays.copyOf(ORIGIN.getBytes(StandardCharsets.UTF_8), 32));
        SignedNote wrongEmpty =
                SignedNote.sign(new dk.rettidig.checkpoint.Checkpoint(ORIGIN, 0, log.root(3)).text(), logKey);

        assertThat(decide(new CheckpointSubmission(0, List.of(), wrongEmpty))).isInstanceOf(Decision.class);
        assertThat(decide(new CheckpointSubmission(0, List.of(), wrongEmpty))).isEqualTo(new Decision.Conflict(0));
        assertCosigned(log.submission(0, 0), NOON);
    }

    @Test
    void unknownLogsUnknownKeysAndWrongSignaturesAreToldApart() throws Exception {
        SignedLog stranger = new SignedLog("example.org/other", "a", 10);
        SigningKey sameName = SigningKey.of(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new byte[32]);
        SignedNote forged = SignedNote.sign(log.checkpoint(10).text(), sameName);
        NoteSignature ours = log.checkpoint(11).signatures().getFirst();

        assertThat(decide(stranger.submission(0, 10))).isEqualTo(new Decision.UnknownLog());
        assertThat(decide(new CheckpointSubmission(0, List.of(), forged))).isEqualTo(new Decision.Unsigned());
        assertThat(decide(new CheckpointSubmission(
                        0, List.of(), new SignedNote(log.checkpoint(10).text(), List.of(ours)))))
                .isEqualTo(new Decision.Unsigned());
        assertThat(decide(new CheckpointSubmission(
                        0,
                        List.of(),
                        forged.with(log.checkpoint(10).signatures().getFirst()))))
                .isInstanceOf(Decision.Cosigned.class);
    }

    @Test
    void anOldSizeAboveTheNewIsMalformed() throws Exception {
        assertThat(decide(new CheckpointSubmission(11, List.of(), log.checkpoint(10))))
                .isEqualTo(new Decision.Malformed("old_size_above_size"));
    }

    @Test
    void hostileBytesAreMalformedAndNothingElse() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] good = bytes(log.submission(0, 10).encode());
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            if (!java.util.Arrays.equals(bad, good)) {
                // a changed line of a key that is not trusted stays without meaning; everything else must be refused
                refused += decide(bad) instanceof Decision.Cosigned ? 0 : 1;
            } else {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(2_000);
    }

    @Test
    void afterARestartItKnowsWhatItCosigned() throws Exception {
        decide(log.submission(0, 100));

        Witness again = at(NOON.plusSeconds(60));

        assertThat(again.decide(bytes(log.submission(0, 100).encode()))).isEqualTo(new Decision.Conflict(100));
        assertThat(again.decide(bytes(otherHistory.submission(100, 200).encode())))
                .isEqualTo(new Decision.Inconsistent());
    }

    @Test
    void aStateThatWasDamagedStopsItInsteadOfStartingAnew() throws Exception {
        decide(log.submission(0, 100));
        Path state;
        try (Stream<Path> files = Files.list(home.resolve("state"))) {
            state = files.findFirst().orElseThrow();
        }
        Files.writeString(state, Files.readString(state).replace("\n100\n", "\n10\n"));

        assertThatThrownBy(() -> decide(log.submission(0, 100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not what this witness wrote");
    }

    @Test
    void aClockThatWasPutBackDoesNotMakeOlderStatements() throws Exception {
        assertCosigned(log.submission(0, 100), NOON);
        witness = at(NOON.minus(Duration.ofDays(1)));

        assertCosigned(log.submission(100, 200), NOON);
    }

    @Test
    void ofManyAtOnceForOneSizeOneWinsAndNothingIsRolledBack() throws Exception {
        decide(log.submission(0, 100));
        List<Future<Decision>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int next = 101; next <= 140; next++) {
                CheckpointSubmission submission = log.submission(100, next);
                answers.add(threads.submit(() -> decide(submission)));
            }
        }
        int cosigned = 0;
        for (Future<Decision> answer : answers) {
            cosigned += answer.get() instanceof Decision.Cosigned ? 1 : 0;
        }
        assertThat(cosigned).isEqualTo(1);
    }

    private Decision decide(CheckpointSubmission submission) throws IOException {
        return decide(bytes(submission.encode()));
    }

    private Decision decide(byte[] body) throws IOException {
        return witness.decide(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> evidence() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("evidence"))) {
            return files.sorted().toList();
        }
    }
}
