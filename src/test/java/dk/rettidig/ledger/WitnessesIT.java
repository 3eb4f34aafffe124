package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import dk.rettidig.ledger.witness.Witnesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sequencer with witnesses over HTTP: publishing goes on or stops as the quorum says. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class WitnessesIT {

    @TempDir
    Path directory;

    private OwnDatabase database;
    private NamedWitnesses witnesses;

    @BeforeEach
    void start() throws IOException {
        database = new OwnDatabase(directory.resolve("database"));
        witnesses = new NamedWitnesses(database, directory);
    }

    @AfterEach
    void stop() throws Exception {
        witnesses.close();
        database.close();
    }

    @Test
    void witnessesCosignBeforeACheckpointIsPublished() throws Exception {
        VerifierKey one = witnesses.honest("w.example/one");
        VerifierKey two = witnesses.honest("w.example/two");
        try (Sequencer sequencer = sequencer(2)) {
            for (int round = 1; round <= 3; round++) {
                fill(300);
                assertThat(sequencer.pass().published()).isTrue();

                SignedNote note =
                        SignedNote.parse(database.reader().checkpoint().note());
                assertThat(note.verify(List.of(one, two))).hasSize(2);
                assertThat(note.signatures()).hasSize(3);
                assertThat(database.reader().checkpoint().size()).isEqualTo(300L * round);
            }
            assertThat(LogChecks.holds(database.reader())).hasSize(900);
        }
    }

    @Test
    void aSequencerThatIsNewLearnsFromTheWitnessHowFarItIs() throws Exception {
        VerifierKey one = witnesses.honest("w.example/one");
        try (Sequencer sequencer = sequencer(1)) {
            fill(10);
            sequencer.pass();
        }
        fill(10);
        try (Sequencer next = sequencer(1)) {
            assertThat(next.pass().published()).isTrue();
        }
        assertThat(SignedNote.parse(database.reader().checkpoint().note()).verify(List.of(one)))
                .hasSize(1);
    }

    @Test
    void withoutItsQuorumNothingIsPublishedAndNothingIsLost() throws Exception {
        witnesses.honest("w.example/one");
        witnesses.absent("w.example/two");
        Witnesses asked = witnesses(2);
        try (Sequencer sequencer = database.sequencer("a", asked)) {
            fill(5);

            assertThat(sequencer.pass()).isEqualTo(new Sequencer.Pass(true, 5, false, 5));

            assertThatThrownBy(() -> database.reader().checkpoint()).isInstanceOf(LedgerFault.class);
            assertThat(NamedWitnesses.states(asked)).containsExactly(State.COSIGNED, State.UNREACHABLE);
        }
        witnesses.configured().remove("w.example/two");
        witnesses.honest("w.example/two");
        try (Sequencer sequencer = sequencer(2)) {
            assertThat(sequencer.pass()).isEqualTo(new Sequencer.Pass(true, 0, true, 5));
        }
    }

    @Test
    void aWitnessBeyondTheQuorumMayBeSlowWrongOrAwayAndPublishingGoesOn() throws Exception {
        VerifierKey good = witnesses.honest("w.example/good");
        witnesses.absent("w.example/away");
        witnesses.answering("w.example/wrong", 200, "— w.example/wrong AAAAAAAA\n", 0);
        witnesses.answering("w.example/liar", 409, "999999\n", 0);
        witnesses.answering("w.example/garbage", 409, "many\n", 0);
        witnesses.answering("w.example/stranger", 404, "", 0);
        witnesses.answering("w.example/slow", 200, "", 3_000);
        witnesses.answering("w.example/endless", 200, "x".repeat(100_000), 0);
        Witnesses asked = witnesses(1);
        try (Sequencer sequencer = database.sequencer("a", asked)) {
            fill(5);
            long begun = System.nanoTime();

            assertThat(sequencer.pass().published()).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_500));
            SignedNote note = SignedNote.parse(database.reader().checkpoint().note());
            assertThat(note.signatures()).hasSize(2);
            assertThat(note.verify(List.of(good))).hasSize(1);
            assertThat(NamedWitnesses.states(asked))
                    .containsExactly(
                            State.COSIGNED,
                            State.UNREACHABLE,
                            State.WRONG_ANSWER,
                            State.AHEAD,
                            State.WRONG_ANSWER,
                            State.UNKNOWN_THERE,
                            State.SLOW,
                            State.WRONG_ANSWER);
        }
    }

    @Test
    void anOldBackupThatIsPutBackIsShownByTheWitnessAlone() throws Exception {
        witnesses.honest("w.example/one");
        fill(10);
        try (Sequencer sequencer = sequencer(0)) {
            sequencer.pass();
            fill(10);
            sequencer.pass();
        }
        restoreTo(10);
        fill(3);

        // another machine: nothing remembers what was published
        try (Sequencer next = database.sequencer("elsewhere", witnesses(0))) {
            assertThatThrownBy(next::pass)
                    .isInstanceOfSatisfying(
                            LedgerDamage.class,
                            damage -> assertThat(damage.damage()).isEqualTo(Damage.OLDER_THAN_WITNESSED));
        }
        assertThat(database.reader().checkpoint().size()).isEqualTo(10);
    }

    @Test
    void anotherHistoryOfTheSameLengthIsShownByTheWitnessAlone() throws Exception {
        witnesses.honest("w.example/one");
        fill(10);
        try (Sequencer sequencer = sequencer(0)) {
            sequencer.pass();
            fill(10);
            sequencer.pass();
        }
        restoreTo(10);
        fill(15);

        try (Sequencer next = database.sequencer("elsewhere", witnesses(0))) {
            assertThatThrownBy(next::pass)
                    .isInstanceOfSatisfying(
                            LedgerDamage.class,
                            damage -> assertThat(damage.damage()).isEqualTo(Damage.NOT_WHAT_WAS_WITNESSED));
        }
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart() throws Exception {
        witnesses.honest("w.example/one");
        assertThatThrownBy(() -> witnesses(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("witness-quorum is 2");
        witnesses.configured().put("again", witnesses.configured().get("w.example/one"));
        assertThatThrownBy(() -> witnesses(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not count twice");
        witnesses.configured().remove("again");
        witnesses.configure("plain", URI.create("http://198.51.100.7/"), NamedWitnesses.key("w.example/plain"));
        assertThatThrownBy(() -> witnesses(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        witnesses.configured().remove("plain");
        witnesses
                .configured()
                .put(
                        "log",
                        NamedWitnesses.setting(
                                URI.create("https://w.example/"),
                                database.reader().verifierKey()));
        assertThatThrownBy(() -> witnesses(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key of a log");
    }

    /** What a backup taken when the log had this size would bring back. */
    private void restoreTo(int size) throws Exception {
        database.tamper(
                "delete from ledger_checkpoint where tree_size > " + size,
                "delete from ledger_entry where leaf_index >= " + size,
                "delete from ledger_count where tree_size > " + size,
                "delete from ledger_append where append_id > " + size);
    }

    private void fill(int count) throws Exception {
        database.fill(count, 7);
    }

    private Sequencer sequencer(int quorum) throws Exception {
        return database.sequencer("a", witnesses(quorum));
    }

    private Witnesses witnesses(int quorum) throws Exception {
        return witnesses.asked(quorum);
    }
}
