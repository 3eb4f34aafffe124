package dk.rettidig.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.ledger.Appends.Append;
import dk.rettidig.ledger.store.LedgerTables;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of a test's own with the ledger in it, which the test may tamper with, kill and start again. */
final class OwnDatabase implements AutoCloseable {

    static final String ORIGIN = "example.org/ledger";

    private final Path directory;
    private EmbeddedDatabase postgres;

    OwnDatabase(Path directory) throws IOException {
        this.directory = directory;
        Path cluster = directory.resolve("postgres");
        EmptyLedger.copy(cluster);
        postgres = EmbeddedDatabase.start(cluster);
    }

    LedgerTables tables() {
        return new LedgerTables(application());
    }

    private DataSource application() {
        PGSimpleDataSource application = new PGSimpleDataSource();
        application.setUrl(postgres.url());
        application.setUser(EmbeddedDatabase.APPLICATION);
        return application;
    }

    CheckpointSigner signer() throws SealException, CheckpointException {
        KeyName origin = new KeyName(ORIGIN);
        return new CheckpointSigner(
                LogKeys.files(directory.resolve("checkpoint.key"), origin, new SecureRandom()), origin);
    }

    /** One more sequencer that remembers what it published in a file of this name. */
    Sequencer sequencer(String memory) throws SealException, CheckpointException {
        return sequencer(memory, (note, checkpoint) -> Optional.of(note));
    }

    /** The same with witnesses. */
    Sequencer sequencer(String memory, Cosigners cosigners) throws SealException, CheckpointException {
        return sequencer(memory, cosigners, Clock.systemUTC());
    }

    /** The same with a clock. */
    Sequencer sequencer(String memory, Cosigners cosigners, Clock clock) throws SealException, CheckpointException {
        return new Sequencer(
                tables().turns(),
                signer(),
                new LastSeen(directory.resolve(memory)),
                cosigners,
                clock,
                Duration.ofHours(1));
    }

    LedgerReader reader() throws SealException, CheckpointException {
        return new LedgerReader(tables().log(), signer());
    }

    /** The record for those who enter something by themselves; nobody takes part in its transactions. */
    Ledger ledger() {
        return new Ledger() {
            @Override
            public AppendId append(Actor actor, LedgerEvent event) {
                throw new UnsupportedOperationException("no transaction to take part in");
            }

            @Override
            public void gather() {
                throw new UnsupportedOperationException("no transaction to take part in");
            }

            @Override
            public void appendAmongMany(Actor actor, LedgerEvent event) {
                throw new UnsupportedOperationException("no transaction to take part in");
            }

            @Override
            public AppendId appendCommitted(Actor actor, LedgerEvent event) {
                Instant now = Clock.systemUTC().instant();
                String handle = actor.kind().id();
                EntryBody body =
                        new EntryBody(handle, actor.kind(), now, event.type(), event.fields(), new SecureRandom());
                try {
                    return tables().appends().insert(new Append(now, handle, null, body.bytes(), List.of()));
                } catch (SQLException failure) {
                    throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
                }
            }

            @Override
            public Covered await(AppendId id, Duration patience) {
                throw new UnsupportedOperationException("nobody waits");
            }
        };
    }

    /** An append in a transaction of its own. */
    AppendId append(String actor, long number) throws SQLException {
        return tables().appends().insert(appended(actor, number));
    }

    /** So many appends by these many actors in turn, the first with the number 0, in one transaction. */
    void fill(int count, int actors) throws SQLException {
        try (Connection connection = application().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ledger_append (at, actor, model, body) values (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                Append append = appended("actor-" + i % actors, i);
                insert.setObject(1, append.at().atOffset(ZoneOffset.UTC));
                insert.setString(2, append.actor());
                insert.setString(3, append.model());
                insert.setBytes(4, append.body());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** What was appended last, in the log or not. */
    JsonNode newestAppend() throws SQLException, IOException {
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select convert_from(body, 'UTF8') from ledger_append order by append_id desc limit 1")) {
            found.next();
            return new ObjectMapper().readTree(found.getString(1) + "}"); // the counts come with its place
        }
    }

    static Append appended(String actor, long number) {
        EntryBody body = new EntryBody(
                actor,
                ActorKind.CASEWORKER,
                Clock.systemUTC().instant(),
                "test.numbered",
                TestEvent.numbered(number).fields(),
                new SecureRandom());
        return new Append(Clock.systemUTC().instant(), actor, null, body.bytes(), List.of());
    }

    /** Rows in one of the ledger's tables. */
    long count(String table) throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** When checkpoints were made, in their order. */
    List<Instant> checkpointTimes() throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select at from ledger_checkpoint order by checkpoint_id")) {
            List<Instant> times = new ArrayList<>();
            while (found.next()) {
                times.add(found.getObject(1, OffsetDateTime.class).toInstant());
            }
            return times;
        }
    }

    /** Does what only a superuser can. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no triggers
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Ends PostgreSQL as a power cut would, and starts it again on the same files. */
    void crash() throws IOException, InterruptedException {
        Path pidFile = directory.resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(
                Files.readAllLines(pidFile, StandardCharsets.UTF_8).getFirst().strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor(); // immediate shutdown: no checkpoint
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            Thread.sleep(20);
        }
        postgres.close();
        postgres = EmbeddedDatabase.start(directory.resolve("postgres"));
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
