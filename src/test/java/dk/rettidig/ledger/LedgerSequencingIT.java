package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class LedgerSequencingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Ledger ledger;

    @Inject
    LedgerReader reader;

    private static Actor caseworker(String name) {
        return new Actor.Caseworker(new ActorName(name), MunicipalityCode.SYNTHETIC);
    }

    @Test
    void awaitReturnsACheckpointUnderWhichTheEntryIsProvedByAStranger() throws Exception {
        AppendId id = ledger.appendCommitted(caseworker("one"), TestEvent.committing("a remark"));

        Covered covered = ledger.await(id, PATIENCE);

        TlogProof proof = TlogProof.parse(
                reader.proofFile(covered.leafIndex(), covered.treeSize()).getBytes(StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.open(proof.checkpoint(), List.of(VerifierKey.parse(reader.verifierKey())));
        assertThat(checkpoint.size()).isEqualTo(covered.treeSize()).isGreaterThan(covered.leafIndex());
        assertThat(proof.checkpoint().encode()).isEqualTo(covered.checkpoint());
        new InclusionProof(proof.index(), checkpoint.size(), proof.path())
                .verify(new TreeHasher().leaf(proof.extra().bytes()), checkpoint.root());
    }

    @Test
    void entriesAreCanonicalAndSayWhatHappened() throws Exception {
        AppendId id = ledger.appendCommitted(
                caseworker("one"),
                new TestEvent(
                        "test.all",
                        EventFields.none()
                                .text("remark", "æøå \"quoted\"\n")
                                .number("rows", 17)
                                .truth("done", true)
                                .texts("rules", List.of("b", "a"))
                                .text("model", "scorecard-1")
                                .group("decision", EventFields.none().text("rule", "r1"))
                                .committed("pseudonym", new byte[] {1, 2, 3})));

        String json = reader.entry(ledger.await(id, PATIENCE).leafIndex()).json();

        assertThat(json).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
        assertThat(json)
                .startsWith("{\"body\":{\"actor\":\"")
                .contains("\"actor_kind\":\"caseworker\"")
                .contains("\"type\":\"test.all\"")
                .contains("\"remark\":\"æøå \\\"quoted\\\"\\n\"")
                .containsPattern("\"commitments\":\\{\"pseudonym\":\"[0-9a-f]{64}\"\\}")
                .containsPattern("\"counts\":\\{\"actor\":\\d+,\"model\":\\d+\\},\"v\":1\\}$");
    }

    @Test
    void manyWritersAtOnceGiveOneLogWithoutGapsAndWithExactCounts() throws Exception {
        List<Future<List<AppendId>>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                Actor actor = caseworker("writer-" + i % 3);
                writers.add(threads.submit(() -> write(actor)));
            }
        }
        AppendId last = new AppendId(0);
        long appended = 0;
        for (Future<List<AppendId>> writer : writers) {
            appended += writer.get().size();
            last = writer.get().getLast();
        }

        ledger.await(last, PATIENCE);
        for (Future<List<AppendId>> writer : writers) {
            ledger.await(writer.get().getLast(), PATIENCE);
        }
        List<JsonNode> entries = LogChecks.holds(reader);

        assertThat(entries.stream()
                        .filter(entry -> entry.at("/body/type").asText().equals("test.written"))
                        .count())
                .isEqualTo(appended)
                .isEqualTo(400);
    }

    private List<AppendId> write(Actor actor) {
        List<AppendId> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean commit = i % 2 == 0;
            TestEvent event = new TestEvent("test.written", EventFields.none().text("model", "m" + i % 5));
            try {
                ids.add(QuarkusTransaction.requiringNew().call(() -> {
                    AppendId id = ledger.append(actor, event);
                    if (!commit) {
                        throw new IllegalStateException("rolled back");
                    }
                    return id;
                }));
            } catch (IllegalStateException rolledBack) {
                assertThat(rolledBack).hasMessage("rolled back");
            }
        }
        return ids;
    }

    @Test
    void aTransactionThatStaysOpenNeitherBlocksOthersNorIsLost() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<AppendId> slow =
                    thread.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        AppendId id = ledger.append(caseworker("slow"), TestEvent.numbered(1));
                        appended.countDown();
                        goOn.await(30, TimeUnit.SECONDS);
                        return id;
                    }));
            assertThat(appended.await(30, TimeUnit.SECONDS)).isTrue();

            Covered first = ledger.await(ledger.appendCommitted(caseworker("fast"), TestEvent.numbered(2)), PATIENCE);
            Covered second = ledger.await(ledger.appendCommitted(caseworker("fast"), TestEvent.numbered(3)), PATIENCE);
            goOn.countDown();
            Covered late = ledger.await(slow.get(), PATIENCE);

            assertThat(second.leafIndex()).isGreaterThan(first.leafIndex());
            assertThat(late.leafIndex()).isGreaterThan(second.leafIndex());
        }
    }

    @Test
    void awaitSaysSoWhenTheEntryIsNotThereInTime() {
        AppendId never = new AppendId(Long.MAX_VALUE);

        assertThatThrownBy(() -> ledger.await(never, Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        LedgerFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(LedgerErrorCode.NOT_COVERED_IN_TIME));
    }

    @Test
    void awaitIsPrompt() {
        ledger.await(ledger.appendCommitted(caseworker("one"), TestEvent.numbered(1)), PATIENCE);
        long begun = System.nanoTime();

        ledger.await(ledger.appendCommitted(caseworker("one"), TestEvent.numbered(2)), PATIENCE);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
