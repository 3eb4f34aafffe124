package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import dk.rettidig.verifier.SeenCheckpoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGKILL between the tree and the witness' signature, and between that and publication: entries stay, and what the witness
 * signed and what is published afterwards are one history.
 */
@Tag("process")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillWitnessedIT {

    private static final String ORIGIN = "rettidig.invalid/ledger";

    @TempDir
    Path directory;

    private VerifierKey logKey;
    private WitnessProcess witness;
    private PostgresProcess database;
    private ServiceProcess service;
    private Person officer;

    @BeforeEach
    void start() throws Exception {
        Path home = Files.createDirectories(directory.resolve("service"));
        SigningKey key = SigningKey.generate(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new SecureRandom());
        KeyFile.secretOrNew(home.resolve("keys").resolve("ledger-checkpoint.key"), key::encodeSecret);
        logKey = key.verifier();
        witness = WitnessProcess.start(directory, logKey);
        database = PostgresProcess.create(directory);
        service = ServiceProcess.start(home, "service", database, witness.demanded());
        officer = Person.signIn(service, DemoPerson.DATA_PROTECTION_OFFICER);
        verify();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
        if (witness != null) {
            witness.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "postgres"})
    void betweenTheTreeAndTheWitness(String killed) throws Exception {
        witness.freeze();
        long entries = enterSomething();
        long published = size();

        kill(killed);
        witness.thaw();
        restart(killed);

        assertThat(published).isLessThan(entries);
        covered(entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "postgres"})
    void betweenTheWitnessAndPublication(String killed) throws Exception {
        long entries;
        try (Connection held = database.superuser();
                Statement lock = held.createStatement()) {
            held.setAutoCommit(false);
            entries = enterBehind(held, lock);
            await("select count(*) from pg_locks where not granted and relation = 'ledger_checkpoint'::regclass", 1);
            kill(killed);
        } catch (SQLException gone) {
            assertThat(killed).isEqualTo("postgres"); // its lock went with it
            entries = rows("select count(*) from ledger_entry");
        }
        restart(killed);

        covered(entries);
    }

    /** Reads, which are entered; returns how many entries have their place. */
    private long enterSomething() throws SQLException {
        await("select count(*) from ledger_entry", read());
        return rows("select count(*) from ledger_entry");
    }

    /**
     * Enters something while nothing can be published. A turn that was about to publish waits for the lock as well, and gives
     * nothing a place until it is let through.
     */
    private long enterBehind(Connection held, Statement lock) throws SQLException {
        for (int attempt = 0; attempt < 5; attempt++) {
            lock.execute("lock table ledger_checkpoint in share mode");
            if (comesTo("select count(*) from ledger_entry", read(), 10)) {
                return rows("select count(*) from ledger_entry");
            }
            held.rollback();
        }
        throw new AssertionError("the log published all the time");
    }

    /** Three reads; returns how many entries there will be at least. */
    private long read() throws SQLException {
        long before = rows("select count(*) from ledger_entry");
        for (int i = 0; i < 3; i++) {
            assertThat(officer.get("/api/v1/ledger/entries?limit=1").status()).isEqualTo(200);
        }
        return before + 3;
    }

    private void kill(String what) {
        if (what.equals("service")) {
            service.kill();
        } else {
            database.kill();
        }
    }

    private void restart(String what) throws Exception {
        if (what.equals("service")) {
            service.restart();
        } else {
            database.start();
            service.awaitReady();
        }
    }

    /** Everything that had its place is published now, cosigned, and extends what was seen before. */
    private void covered(long entries) throws Exception {
        await("select max(tree_size) from ledger_checkpoint", entries);
        assertThat(verify()).isGreaterThanOrEqualTo(entries);
    }

    private long verify() throws Exception {
        SeenCheckpoints seen = new SeenCheckpoints(directory.resolve("seen"));
        Trust trust = new Trust(List.of(logKey), List.of(witness.key()), Optional.of(seen));
        Report report = LedgerVerifier.verify(service.address(), List.of(), trust, false, (_, _) -> {});
        assertThat(report.findings()).isEmpty();
        return report.checkpoint().orElseThrow().size();
    }

    private long size() throws CheckpointException {
        String note = officer.getText("/ledger/checkpoint").body();
        return Checkpoint.parse(
                        SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text())
                .size();
    }

    private long rows(String query) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void await(String query, long atLeast) throws SQLException {
        assertThat(comesTo(query, atLeast, 60)).as(query).isTrue();
    }

    private boolean comesTo(String query, long atLeast, int seconds) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (rows(query) < atLeast) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Installation.pause();
        }
        return true;
    }
}
