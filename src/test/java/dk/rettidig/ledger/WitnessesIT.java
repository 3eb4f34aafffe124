package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.LedgerDamage.Damage;
import dk.rettidig.ledger.witness.WitnessStatus;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import dk.rettidig.ledger.witness.Witnesses;
import dk.rettidig.witness.Witness;
import dk.rettidig.witness.WitnessServer;
import dk.rettidig.witness.WitnessedLogs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, LedgerSettings.Witness> configured = new LinkedHashMap<>();

    @BeforeEach
    void start() throws IOException {
        database = new OwnDatabase(directory.resolve("database"));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        database.close();
    }

    @Test
    void witnessesCosignBeforeACheckpointIsPublished() throws Exception {
        VerifierKey one = witness("w.example/one");
        VerifierKey two = witness("w.example/two");
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
        VerifierKey one = witness("w.example/one");
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
        witness("w.example/one");
        absent("w.example/two");
        Witnesses witnesses = witnesses(2);
        try (Sequencer sequencer = database.sequencer("a", witnesses)) {
            fill(5);

            assertThat(sequencer.pass()).isEqualTo(new Sequencer.Pass(true, 5, false, 5));

            assertThatThrownBy(() -> database.reader().checkpoint()).isInstanceOf(LedgerFault.class);
            assertThat(states(witnesses)).containsExactly(State.COSIGNED, State.UNREACHABLE);
        }
        configured.remove("w.example/two");
        witness("w.example/two");
        try (Sequencer sequencer = sequencer(2)) {
            assertThat(sequencer.pass()).isEqualTo(new Sequencer.Pass(true, 0, true, 5));
        }
    }

    @Test
    void aWitnessBeyondTheQuorumMayBeSlowWrongOrAwayAndPublishingGoesOn() throws Exception {
        VerifierKey good = witness("w.example/good");
        absent("w.example/away");
        answering("w.example/wrong", 200, "— w.example/wrong AAAAAAAA\n", 0);
        answering("w.example/liar", 409, "999999\n", 0);
        answering("w.example/garbage", 409, "many\n", 0);
        answering("w.example/stranger", 404, "", 0);
        answering("w.example/slow", 200, "", 3_000);
        answering("w.example/endless", 200, "x".repeat(100_000), 0);
        Witnesses witnesses = witnesses(1);
        try (Sequencer sequencer = database.sequencer("a", witnesses)) {
            fill(5);
            long begun = System.nanoTime();

            assertThat(sequencer.pass().published()).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_500));
            SignedNote note = SignedNote.parse(database.reader().checkpoint().note());
            assertThat(note.signatures()).hasSize(2);
            assertThat(note.verify(List.of(good))).hasSize(1);
            assertThat(states(witnesses))
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
        witness("w.example/one");
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
        witness("w.example/one");
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
        witness("w.example/one");
        assertThatThrownBy(() -> witnesses(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("witness-quorum is 2");
        configured.put("again", configured.get("w.example/one"));
        assertThatThrownBy(() -> witnesses(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not count twice");
        configured.remove("again");
        configure("plain", URI.create("http://198.51.100.7/"), key("w.example/plain"));
        assertThatThrownBy(() -> witnesses(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        configured.remove("plain");
        configured.put(
                "log",
                setting(URI.create("https://w.example/"), database.reader().verifierKey()));
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
        for (int i = 0; i < count; i++) {
            database.append("actor-" + i % 7, i);
        }
    }

    private VerifierKey witness(String name) throws Exception {
        SigningKey key = key(name);
        Witness witness = new Witness(
                WitnessedLogs.parse(List.of(database.reader().verifierKey())),
                key,
                directory.resolve(name.replace('/', '-')),
                Clock.systemUTC());
        WitnessServer server = new WitnessServer(witness, new InetSocketAddress("127.0.0.1", 0), line -> {});
        open.add(server);
        configure(name, URI.create("http://127.0.0.1:" + server.port()), key);
        return key.verifier();
    }

    private void absent(String name) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(name, URI.create("http://127.0.0.1:" + socket.getLocalPort()), key(name));
        }
    }

    /** A stranger's server that says this to everything after a while. */
    private void answering(String name, int status, String text, long millis) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Thread.sleep(millis);
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        open.add(() -> server.stop(0));
        configure(name, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), key(name));
    }

    private static SigningKey key(String name) {
        return SigningKey.generate(new KeyName(name), KeyAlgorithm.COSIGNATURE_V1, new SecureRandom());
    }

    private void configure(String name, URI url, SigningKey key) {
        configured.put(name, setting(url, key.verifier().encode()));
    }

    private static LedgerSettings.Witness setting(URI url, String key) {
        return new LedgerSettings.Witness() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public String key() {
                return key;
            }
        };
    }

    private Sequencer sequencer(int quorum) throws Exception {
        return database.sequencer("a", witnesses(quorum));
    }

    private Witnesses witnesses(int quorum) throws Exception {
        return new Witnesses(
                database.tables().log(),
                database.signer(),
                new WitnessSettings(configured, quorum),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    private static List<State> states(Witnesses witnesses) {
        return witnesses.statuses().stream().map(WitnessStatus::state).toList();
    }
}
