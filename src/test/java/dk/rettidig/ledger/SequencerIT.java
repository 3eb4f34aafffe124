package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.Sequencer.Pass;
import dk.rettidig.merkle.TilePath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sequencers, crashes and tampering, on a database of the test's own. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class SequencerIT {

    @TempDir
    Path directory;

    private OwnDatabase database;

    @BeforeEach
    void start() throws IOException {
        database = new OwnDatabase(directory);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void anEmptyLogIsPublishedOnce() throws Exception {
        try (Sequencer sequencer = database.sequencer("a")) {
            Pass first = sequencer.pass();
            Pass second = sequencer.pass();

            assertThat(first).isEqualTo(new Pass(true, 0, true, 0));
            assertThat(second).isEqualTo(new Pass(true, 0, false, 0));
            LogChecks.holds(database.reader());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 700})
    void growsInStepsOfAnySizeToOneTree(int step) throws Exception {
        try (Sequencer sequencer = database.sequencer("a")) {
            for (int round = 0; round < 3; round++) {
                fill(step);
                sequencer.pass();
            }

            assertThat(LogChecks.holds(database.reader())).hasSize(3 * step);
        }
    }

    @Test
    void withoutNewsACheckpointComesWhenTheLastOneIsAnHourOldByWhateverWayTheClockWent() throws Exception {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        fill(3);
        Cosigners nobody = (note, checkpoint) -> Optional.of(note);
        SetClock clock = new SetClock(noon);
        Map<Duration, Boolean> after = new LinkedHashMap<>();
        after.put(Duration.ZERO, true);
        after.put(Duration.ofMinutes(59), false);
        after.put(Duration.ofMinutes(60), true);
        after.put(Duration.ofMinutes(61), false);
        after.put(Duration.ofMinutes(30), false); // put back half an hour
        after.put(Duration.ofMinutes(-600), true); // put back ten hours more
        after.put(Duration.ofMinutes(-599), false);
        after.put(Duration.ofDays(3), true);
        try (Sequencer sequencer = database.sequencer("a", nobody, clock)) {
            for (Map.Entry<Duration, Boolean> each : after.entrySet()) {
                clock.set(noon.plus(each.getKey()));

                assertThat(sequencer.pass().published()).as("%s", each.getKey()).isEqualTo(each.getValue());
            }
            clock.set(noon.minus(Duration.ofDays(400)));
            fill(1);
            assertThat(sequencer.pass()).isEqualTo(new Pass(true, 1, true, 4));
            assertThat(database.reader().checkpoint().size()).isEqualTo(4);
            LogChecks.holds(database.reader());
        }
    }

    @Test
    void tilesGiveTheTreeThatWasSigned() throws Exception {
        try (Sequencer sequencer = database.sequencer("a")) {
            fill(600);
            sequencer.pass();
            LedgerReader reader = database.reader();

            assertThat(reader.tile(TilePath.hashes(0, 1, 256)).hash(0).bytes())
                    .isEqualTo(new dk.rettidig.merkle.TreeHasher()
                            .leaf(reader.entry(256).bytes())
                            .bytes());
            assertThat(reader.tile(TilePath.hashes(1, 0, 2)).bytes()).hasSize(64);
            assertThat(reader.bundle(TilePath.entries(2, 88))).isNotEmpty();
            assertThatThrownBy(() -> reader.tile(TilePath.hashes(0, 2, 89))).isInstanceOf(LedgerFault.class);
            assertThatThrownBy(() -> reader.tile(TilePath.hashes(0, Long.MAX_VALUE, 256)))
                    .isInstanceOf(LedgerFault.class);
        }
    }

    @Test
    void whoeverTakesOverGoesOnWithTheSameTree() throws Exception {
        try (Sequencer first = database.sequencer("a");
                Sequencer second = database.sequencer("b")) {
            fill(300);
            first.pass();
            assertThat(second.pass().leading()).isFalse();
            first.close();
            fill(300);

            Pass taken = second.pass();

            assertThat(taken).isEqualTo(new Pass(true, 300, true, 600));
            assertThat(LogChecks.holds(database.reader())).hasSize(600);
            database.reader()
                    .consistency(300, 600)
                    .verify(
                            database.reader().checkpointOf(300).root(),
                            database.reader().checkpointOf(600).root());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void replicasThatAppendAndCompeteAndAreKilledNeverFork(int replicas) throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<Integer>> writers = new ArrayList<>();
        List<Future<Integer>> competing = new ArrayList<>();
        AtomicInteger kills = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * replicas)) {
            for (int i = 0; i < replicas; i++) {
                String actor = "actor-" + i;
                writers.add(threads.submit(() -> {
                    int count = 0;
                    while (writing.get()) {
                        database.append(actor, count++);
                    }
                    return count;
                }));
            }
            for (int i = 0; i < replicas; i++) {
                String memory = "memory-" + i;
                competing.add(threads.submit(() -> {
                    while (writing.get()) {
                        try (Sequencer sequencer = database.sequencer(memory)) {
                            sequencer.pass();
                            sequencer.pass();
                        } catch (SQLException | LedgerFault killed) {
                            kills.incrementAndGet();
                        }
                    }
                    return 0;
                }));
            }
            for (int kill = 0; kill < 10; kill++) {
                Thread.sleep(100);
                database.tamper("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            }
            writing.set(false);
        }
        long written = 0;
        for (Future<Integer> writer : writers) {
            written += writer.get();
        }
        for (Future<Integer> each : competing) {
            assertThat(each.get()).isZero();
        }
        assertThat(kills).hasPositiveValue();
        try (Sequencer last = database.sequencer("memory-0")) {
            Pass pass = last.pass();

            assertThat(pass.size()).isEqualTo(written);
            assertThat(LogChecks.holds(database.reader())).hasSize(Math.toIntExact(written));
        }
    }

    @Test
    void aCrashOfPostgresLosesNothingThatWasCommitted() throws Exception {
        Sequencer before = database.sequencer("a");
        fill(300);
        before.pass();
        fill(200); // committed, not yet in the log

        database.crash();

        assertThatThrownBy(before::pass).isInstanceOf(SQLException.class);
        before.close();
        try (Sequencer after = database.sequencer("a")) {
            assertThat(after.pass()).isEqualTo(new Pass(true, 200, true, 500));
            assertThat(LogChecks.holds(database.reader())).hasSize(500);
        }
    }

    @Test
    void nothingIsPublishedOnTopOfATreeThatWasTamperedWith() throws Exception {
        fill(600);
        try (Sequencer sequencer = database.sequencer("a")) {
            sequencer.pass();
        }
        database.tamper("update ledger_entry set leaf_hash = sha256('x') where leaf_index = 555");

        try (Sequencer next = database.sequencer("b")) {
            assertThatThrownBy(next::pass)
                    .isInstanceOfSatisfying(
                            LedgerDamage.class,
                            damage -> assertThat(damage.damage()).isEqualTo(Damage.NOT_WHAT_WAS_PUBLISHED));
        }
    }

    @Test
    void anOldBackupThatIsPutBackIsNoticed() throws Exception {
        fill(10);
        try (Sequencer sequencer = database.sequencer("a")) {
            sequencer.pass();
            fill(10);
            sequencer.pass();
        }
        database.tamper(
                "delete from ledger_checkpoint where tree_size > 10",
                "delete from ledger_entry where leaf_index >= 10",
                "delete from ledger_count where tree_size > 10",
                "delete from ledger_append where append_id > 10");

        try (Sequencer next = database.sequencer("a")) {
            assertThatThrownBy(next::pass)
                    .isInstanceOfSatisfying(
                            LedgerDamage.class,
                            damage -> assertThat(damage.damage()).isEqualTo(Damage.OLDER_THAN_PUBLISHED));
        }
    }

    private void fill(int count) throws SQLException {
        database.fill(count, 7);
    }
}
