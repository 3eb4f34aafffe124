package dk.rettidig.ledger;

import static dk.rettidig.ledger.NamedWitnesses.key;
import static dk.rettidig.ledger.NamedWitnesses.say;
import static dk.rettidig.ledger.NamedWitnesses.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.NoteText;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.ledger.witness.WitnessReadiness;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import dk.rettidig.ledger.witness.Witnesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a witness answers: without a quorum it is published all the same, with it it is not, and refusals are entered. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class WitnessAnswersIT {

    private static final String NAME = "w.example/one";
    private static final SigningKey KEY = key(NAME);

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

    private static NoteText submitted(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        try {
            return CheckpointSubmission.parse(exchange.getRequestBody().readAllBytes())
                    .checkpoint()
                    .text();
        } catch (CheckpointException impossible) {
            throw new IOException(impossible);
        }
    }

    private static NoteText larger(NoteText text) throws IOException {
        try {
            Checkpoint checkpoint = Checkpoint.parse(text);
            return new Checkpoint(checkpoint.origin(), checkpoint.size() + 1, checkpoint.root()).text();
        } catch (CheckpointException impossible) {
            throw new IOException(impossible);
        }
    }

    private static Arguments row(String what, State state, NamedWitnesses.Answer answer) {
        return Arguments.of(what, state, answer);
    }

    static Stream<Arguments> wrongAnswers() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        return Stream.of(
                row("a cosignature over another size", State.WRONG_ANSWER, exchange -> {
                    say(
                            exchange,
                            200,
                            KEY.cosign(larger(submitted(exchange)), now).line());
                }),
                row("a cosignature by another key of the same name", State.WRONG_ANSWER, exchange -> {
                    say(
                            exchange,
                            200,
                            key(NAME).cosign(submitted(exchange), now).line());
                }),
                row("the log's own note again", State.WRONG_ANSWER, exchange -> {
                    say(exchange, 200, submitted(exchange).value());
                }),
                row("a right line and text behind it", State.WRONG_ANSWER, exchange -> {
                    say(exchange, 200, KEY.cosign(submitted(exchange), now).line() + "thanks\n");
                }),
                row("nothing", State.WRONG_ANSWER, exchange -> say(exchange, 200, "")),
                row("bytes", State.WRONG_ANSWER, exchange -> say(exchange, 200, "\u0000\u0001\n")),
                row("a redirect", State.WRONG_ANSWER, exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
                    say(exchange, 307, "");
                }),
                row("created", State.WRONG_ANSWER, exchange -> say(exchange, 201, "")),
                row("bad request", State.WRONG_ANSWER, exchange -> say(exchange, 400, "no\n")),
                row("a size with a zero in front", State.WRONG_ANSWER, exchange -> say(exchange, 409, "01\n")),
                row("a negative size", State.WRONG_ANSWER, exchange -> say(exchange, 409, "-1\n")),
                row("a size without an end", State.WRONG_ANSWER, exchange -> say(exchange, 409, "1")),
                row("a size beyond a long", State.WRONG_ANSWER, exchange -> {
                    say(exchange, 409, "18446744073709551616\n");
                }),
                row("unavailable", State.UNREACHABLE, exchange -> say(exchange, 503, "")),
                row("a body that does not end", State.SLOW, exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 40; i++) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        Thread.sleep(100);
                    }
                }),
                row("a body that breaks off", State.UNREACHABLE, exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void withoutAQuorumItIsPublishedAndWithOneItIsNot(String what, State state, NamedWitnesses.Answer answer)
            throws Exception {
        witnesses.doing(NAME, KEY, answer);
        database.append("actor-1", 1);
        Witnesses needed = witnesses.asked(1);
        try (Sequencer sequencer = database.sequencer("a", needed)) {
            long begun = System.nanoTime();
            assertThat(sequencer.pass().published()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(states(needed)).containsExactly(state);
            assertThat(WitnessReadiness.of(needed).getData().orElseThrow())
                    .containsEntry("trouble", "witness_quorum_missing");
        }
        Witnesses welcome = witnesses.asked(0);
        try (Sequencer sequencer = database.sequencer("a", welcome)) {
            assertThat(sequencer.pass().published()).isTrue();
            assertThat(states(welcome)).containsExactly(state);
            readyAndNaming(welcome, NAME, state);
            assertThat(LogChecks.holds(database.reader())).hasSize(1);
        }
    }

    /** Nobody is needed: the service is ready, and health says all the same how this witness did. */
    private static void readyAndNaming(Witnesses welcome, String name, State state) {
        HealthCheckResponse health = WitnessReadiness.of(welcome);
        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(health.getData().orElseThrow())
                .doesNotContainKey("trouble")
                .hasEntrySatisfying(name, said -> assertThat(said.toString()).startsWith(state.id() + ", size "));
    }

    @Test
    void withoutAQuorumSlowAbsentAndWrongWitnessesAreNamedAndTheServiceIsReady() throws Exception {
        witnesses.absent("w.example/absent");
        witnesses.answering("w.example/slow", 200, "", 4_000);
        witnesses.answering("w.example/wrong", 200, "nonsense\n", 0);
        witnesses.honest("w.example/honest");
        database.append("actor-1", 1);
        Witnesses welcome = witnesses.asked(0);
        try (Sequencer sequencer = database.sequencer("a", welcome)) {
            assertThat(sequencer.pass().published()).isTrue();

            readyAndNaming(welcome, "w.example/absent", State.UNREACHABLE);
            readyAndNaming(welcome, "w.example/slow", State.SLOW);
            readyAndNaming(welcome, "w.example/wrong", State.WRONG_ANSWER);
            readyAndNaming(welcome, "w.example/honest", State.COSIGNED);
        }
    }

    @Test
    void aRefusalIsEnteredOnceAndNotForEachAttempt() throws Exception {
        AtomicReference<Integer> status = new AtomicReference<>(404);
        witnesses.doing(NAME, KEY, exchange -> {
            NoteText text = exchange.getRequestMethod().equals("POST") ? submitted(exchange) : new NoteText("\n");
            say(
                    exchange,
                    status.get(),
                    status.get() == 200 ? KEY.cosign(text, Instant.EPOCH).line() : "0\n");
        });
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        SetClock clock = new SetClock(noon);
        Witnesses asked = witnesses.asked(0, clock);
        try (Sequencer sequencer = database.sequencer("a", asked)) {
            List<Integer> answers = List.of(404, 404, 403, 422, 200, 404, 200, 200, 404);
            List<Integer> minutes = List.of(0, 1, 2, 20, 40, 41, 42, 60, 61);
            for (int i = 0; i < answers.size(); i++) {
                status.set(answers.get(i));
                clock.set(noon.plus(Duration.ofMinutes(minutes.get(i))));
                database.append("actor-1", i);
                sequencer.pass();
                sequencer.pass(); // the refusal's own entry is news, and is refused again
            }
            assertThat(LogChecks.holds(database.reader()))
                    .filteredOn(entry -> entry.at("/body/type").asText().startsWith("ledger.witness_"))
                    .extracting(entry -> entry.at("/body/type").asText() + " "
                            + entry.at("/body/fields/reason").asText())
                    .containsExactly(
                            "ledger.witness_refused unknown_there",
                            "ledger.witness_refused refused",
                            "ledger.witness_returned ",
                            "ledger.witness_refused unknown_there");
        }
    }

    @Test
    void aRefusalForAnotherHistoryIsEnteredToo() throws Exception {
        witnesses.honest(NAME);
        for (int i = 0; i < 5; i++) {
            database.append("actor-1", i);
        }
        try (Sequencer sequencer = database.sequencer("a", witnesses.asked(1))) {
            sequencer.pass();
        }
        database.tamper(
                "truncate ledger_entry",
                "truncate ledger_checkpoint",
                "truncate ledger_count",
                "delete from ledger_append where append_id = 1");
        database.append("actor-2", 8);
        database.append("actor-2", 9);
        try (Sequencer elsewhere = database.sequencer("elsewhere", witnesses.asked(1))) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(elsewhere::pass))
                    .isInstanceOf(LedgerDamage.class);
        }
        JsonNode entry = database.newestAppend();
        assertThat(entry.at("/body/type").asText()).isEqualTo("ledger.witness_refused");
        assertThat(entry.at("/body/fields/witness").asText()).isEqualTo(NAME);
    }
}
