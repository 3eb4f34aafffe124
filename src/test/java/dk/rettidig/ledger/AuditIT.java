package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.ledger.LedgerDamage.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A superuser changes rows while the service runs: it notices, publishes nothing on top and is not ready. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class AuditIT {

    private static final int SIZE = 600;

    /** More than is read again before a publication. */
    private static final int LARGE = 12_000;

    @TempDir
    Path directory;

    private OwnDatabase database;
    private Optional<RunningLoop> running = Optional.empty();

    @BeforeEach
    void fill() throws Exception {
        database = new OwnDatabase(directory);
        database.fill(SIZE, 5);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        halt();
        database.close();
    }

    private RunningLoop start() throws Exception {
        RunningLoop started = RunningLoop.start(database);
        running = Optional.of(started);
        return started;
    }

    private void halt() throws InterruptedException {
        if (running.isPresent()) {
            running.get().halt();
            running = Optional.empty();
        }
    }

    private RunningLoop startAndPublish() throws Exception {
        RunningLoop service = start();
        until(() -> published() == SIZE);
        assertThat(service.trouble()).isEmpty();
        return service;
    }

    private long published() {
        try {
            return database.reader().checkpoint().size();
        } catch (Exception notYet) {
            return -1;
        }
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300 | update ledger_entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'caseworker', 'teamleader'), 'UTF8') where leaf_index = 300
            599 | update ledger_entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'caseworker', 'teamleader'), 'UTF8') where leaf_index = 599
            300 | update ledger_entry set bytes = 'x', leaf_hash = sha256('\\x0078'::bytea) where leaf_index = 300
            17  | update ledger_entry set leaf_hash = sha256('x') where leaf_index = 17
            17  | delete from ledger_entry where leaf_index = 17
            599 | delete from ledger_entry where leaf_index = 599
            41  | update ledger_entry a set bytes = b.bytes, leaf_hash = b.leaf_hash from ledger_entry b where (a.leaf_index, b.leaf_index) in ((41, 42), (42, 41))
            256 | delete from ledger_entry where leaf_index >= 256 and leaf_index < 512
            0   | truncate ledger_entry
            100 | update ledger_entry set leaf_index = leaf_index + 10000 where leaf_index >= 100; update ledger_entry set leaf_index = leaf_index - 9999 where leaf_index >= 10000; insert into ledger_entry select 100, -1, bytes, leaf_hash from ledger_entry where leaf_index = 99
            258 | update ledger_tile set hashes = overlay(hashes placing sha256('x') from 65) where tile_index = 1
            256 | update ledger_tile set root = sha256('x') where tile_index = 1
            0   | delete from ledger_tile where tile_index = 0
            """)
    void itNoticesPublishesNothingOnTopAndIsNotReady(long index, String change) throws Exception {
        RunningLoop service = startAndPublish();

        database.tamper(change);
        database.append("actor-1", SIZE);

        until(() -> service.trouble().containsKey("first_bad_index"));
        assertThat(service.trouble())
                .containsEntry("trouble", "not_what_was_published")
                .containsEntry("first_bad_index", index);
        assertThat(published()).isEqualTo(SIZE);

        halt();
        RunningLoop again = start();
        until(() -> !again.trouble().isEmpty());
        Thread.sleep(1500);
        assertThat(again.trouble()).containsEntry("trouble", "not_what_was_published");
        assertThat(published()).isEqualTo(SIZE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            counts_not_of_the_log  | update ledger_count set total = total + 5
            counts_not_of_the_log  | update ledger_count set total = total - 1 where subject = 'actor:actor-1'
            counts_not_of_the_log  | delete from ledger_count where subject = 'actor:actor-1'
            counts_not_of_the_log  | truncate ledger_count
            not_what_was_published | update ledger_checkpoint set tree_size = tree_size - 1
            not_what_was_published | update ledger_checkpoint set root = sha256('x')
            checkpoint_not_ours    | update ledger_checkpoint set note = replace(note, '600', '599')
            """)
    void countsAndCheckpointsAreHeldAgainstTheLogWhileItRunsAndWhenItStarts(String trouble, String change)
            throws Exception {
        RunningLoop service = startAndPublish();
        long published = checkpoints();

        database.tamper(change);
        database.append("actor-1", SIZE);

        until(() -> !service.trouble().isEmpty());
        assertThat(service.trouble()).containsEntry("trouble", trouble);
        halt();
        RunningLoop again = start();
        until(() -> !again.trouble().isEmpty());
        assertThat(again.trouble()).containsEntry("trouble", trouble);
        assertThat(checkpoints()).isEqualTo(published);
    }

    @Test
    void aCountThatIsNotTheLogsIsNeverCountedOnFrom() throws Exception {
        startAndPublish();
        halt();
        database.tamper("update ledger_count set total = total + 5");
        database.append("actor-1", SIZE);

        try (Sequencer sequencer = database.sequencer("seen")) {
            assertThatThrownBy(sequencer::pass)
                    .isInstanceOfSatisfying(
                            LedgerDamage.class,
                            damage -> assertThat(damage.damage()).isEqualTo(Damage.COUNTS_NOT_OF_THE_LOG));
        }
        assertThat(database.count("ledger_entry")).isEqualTo(SIZE);
    }

    @Test
    void aCountThatDoesNotFollowIsNamedByItsEntry() throws Exception {
        Audit audit = new Audit(database.tables().stored(), database.tables().log(), database.signer());
        try (Sequencer sequencer = database.sequencer("seen")) {
            sequencer.pass();
        }
        assertThatCode(() -> audit.goOn(4, Duration.ZERO)).doesNotThrowAnyException();
        database.tamper(
                "update ledger_entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), "
                        + "'\"counts\":{\"actor\":120}', '\"counts\":{\"actor\":121}'), 'UTF8') where leaf_index = 599",
                "update ledger_entry set leaf_hash = sha256('\\x00'::bytea || bytes) where leaf_index = 599");

        assertThatThrownBy(() -> audit.goOn(4, Duration.ZERO)).isInstanceOfSatisfying(LedgerDamage.class, damage -> {
            assertThat(damage.damage()).isEqualTo(Damage.COUNT_BROKEN);
            assertThat(damage.firstBadIndex()).hasValue(599);
        });
    }

    private long checkpoints() throws Exception {
        return database.count("ledger_checkpoint");
    }

    @Test
    void anEntryPutBehindTheLastOneIsNotPublished() throws Exception {
        RunningLoop service = startAndPublish();

        database.tamper(
                "insert into ledger_entry select 600, -1, bytes, leaf_hash from ledger_entry where leaf_index = 599");
        database.append("actor-1", SIZE);

        until(() -> !service.trouble().isEmpty());
        assertThat(service.trouble()).containsEntry("trouble", "never_appended").containsEntry("first_bad_index", 600L);
        assertThat(published()).isEqualTo(SIZE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12    | update ledger_entry set bytes = 'x', leaf_hash = sha256('\\x0078'::bytea) where leaf_index = 12
            6100  | delete from ledger_entry where leaf_index = 6100
            11999 | update ledger_entry set leaf_hash = sha256('x') where leaf_index = 11999
            2560  | update ledger_tile set hashes = overlay(hashes placing sha256('x') from 1) where level = 0 and tile_index = 10
            0     | create table kept as select * from ledger_entry where leaf_index > 0; truncate ledger_entry; insert into ledger_entry select * from kept
            """)
    void aLogTooLargeToBeReadEachTimeIsReadWholeOnceRowsWereChanged(long index, String change) throws Exception {
        RunningLoop service = startLarge();

        database.tamper(change);
        database.append("actor-1", LARGE);

        until(() -> service.trouble().containsKey("first_bad_index"));
        assertThat(service.trouble()).containsEntry("first_bad_index", index);
        Thread.sleep(1500);
        assertThat(service.trouble()).isNotEmpty();
        assertThat(published()).isEqualTo(LARGE);
    }

    @Test
    void aChangeThatLeftTheLogAsItWasHoldsItUpUntilAllOfItIsRead() throws Exception {
        RunningLoop service = startLarge();

        database.tamper("update ledger_entry set leaf_hash = leaf_hash where leaf_index = 7");
        database.append("actor-1", LARGE);

        until(() -> service.trouble().containsValue("rows_changed"));
        until(() -> published() == LARGE + 1);
        assertThat(service.trouble()).isEmpty();
    }

    @Test
    void whoMakesPostgresForgetTheChangeIsFoundByReading() throws Exception {
        RunningLoop service = startLarge();

        halt();
        database.tamper("update ledger_entry set leaf_hash = sha256('x') where leaf_index = 11000");
        forgetChanges();
        RunningLoop again = start();

        until(() -> again.trouble().containsKey("first_bad_index"));
        assertThat(again.trouble()).containsEntry("first_bad_index", 11_000L);
        assertThat(service.trouble()).isEmpty();
    }

    private RunningLoop startLarge() throws Exception {
        database.fill(LARGE - SIZE, 5);
        RunningLoop service = start();
        until(() -> published() == LARGE);
        assertThat(service.trouble()).isEmpty();
        return service;
    }

    /** What only a superuser can do, and must in another session than the change. */
    private void forgetChanges() throws Exception {
        database.tamper("select pg_stat_reset()");
    }

    @Test
    void onceTheRowsAreAsTheyWereItGoesOnByItself() throws Exception {
        RunningLoop service = startAndPublish();
        database.tamper(
                "create table kept as select * from ledger_entry where leaf_index = 300",
                "delete from ledger_entry where leaf_index = 300");
        database.append("actor-1", SIZE);
        until(() -> !service.trouble().isEmpty());

        database.tamper("insert into ledger_entry select * from kept");

        until(() -> service.trouble().isEmpty() && published() == SIZE + 1);
        LogChecks.holds(database.reader());
    }

    @Test
    void aLogThatIsReadInManyStepsIsFoundOutAndNotForgottenHalfway() throws Exception {
        startAndPublish();
        halt();
        database.tamper("update ledger_entry set leaf_hash = sha256('x') where leaf_index = 555");
        forgetChanges();
        Audit audit = new Audit(database.tables().stored(), database.tables().log(), database.signer());

        audit.goOn(1, Duration.ZERO);
        audit.goOn(1, Duration.ZERO);
        for (int step = 0; step < 4; step++) {
            assertThatThrownBy(() -> audit.goOn(1, Duration.ZERO))
                    .isInstanceOfSatisfying(LedgerDamage.class, damage -> {
                        assertThat(damage.damage()).isEqualTo(Damage.NOT_WHAT_WAS_PUBLISHED);
                        assertThat(damage.firstBadIndex()).hasValue(555);
                    });
        }
        database.tamper("update ledger_entry set leaf_hash = sha256('\\x00'::bytea || bytes) where leaf_index = 555");
        assertThatThrownBy(() -> audit.goOn(1, Duration.ZERO)).isInstanceOf(LedgerDamage.class);
        assertThatCode(() -> audit.goOn(4, Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void aLogWithoutACheckpointHasNothingToBeHeldAgainst() throws Exception {
        Audit audit = new Audit(database.tables().stored(), database.tables().log(), database.signer());

        assertThatCode(() -> audit.goOn(1, Duration.ofSeconds(1))).doesNotThrowAnyException();
    }
}
