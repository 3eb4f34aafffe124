package dk.rettidig.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.seal.Sha256;
import dk.rettidig.testing.SignedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses, types and bodies of C2SP tlog-witness, "add-checkpoint", as a client sees them over HTTP. */
class WitnessServerTest {

    private static final String ORIGIN = "example.org/log";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SigningKey KEY =
            SigningKey.of(new KeyName("witness.example/w1"), KeyAlgorithm.COSIGNATURE_V1, new byte[32]);

    private final SignedLog log = new SignedLog(ORIGIN, "a", 300);
    private final SignedLog otherHistory = new SignedLog(ORIGIN, "b", 300);
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    Path home;

    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        Witness witness =
                new Witness(WitnessedLogs.parse(List.of(log.vkey())), KEY, home, Clock.fixed(NOON, ZoneOffset.UTC));
        server = new WitnessServer(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), journal::add);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                to("/add-checkpoint").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(CheckpointSubmission submission) throws IOException, InterruptedException {
        return post(submission.encode());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).GET().build(), BodyHandlers.ofString());
    }

    private static void is(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whatExtendsTheLogIsAnsweredWithTheWitnessLineAlone() throws Exception {
        post(log.submission(0, 100));

        HttpResponse<String> answer = post(log.submission(100, 257));

        is(answer, 200);
        assertThat(answer.body()).startsWith("\u2014 witness.example/w1 ").endsWith("\n");
        assertThat(answer.body().lines()).hasSize(1);
        SignedNote cosigned = log.checkpoint(257).cosigned(answer.body(), KEY.verifier());
        assertThat(cosigned.verify(List.of(KEY.verifier())).getFirst().time()).contains(NOON);
        assertThat(get("/" + Sha256.hex(ORIGIN) + "/checkpoint").body())
                .as("it was kept before the answer")
                .isEqualTo(cosigned.encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "old\n\n",
                "old 00\n\n%s",
                "old -1\n\n%s",
                "old 01\n\n%s",
                "old 0 \n\n%s",
                "new 0\n\n%s",
                "old 18446744073709551616\n\n%s",
                "old 0\n%s",
                "old 0\nbm90IGEgaGFzaA==\n\n%s",
                "old 0\n\n",
                "old 0\n\n%s\n",
                "old 11\n\n%s",
            })
    void whatIsNoSubmissionOrShrinksIsABadRequest(String form) throws Exception {
        is(post(form.replace("%s", log.checkpoint(10).encode())), 400);
    }

    @Test
    void moreThanSixtyThreeHashesAreABadRequest() throws Exception {
        String hash = log.root(1).base64() + "\n";
        is(post("old 0\n" + hash.repeat(64) + "\n" + log.checkpoint(10).encode()), 400);
        is(post("old 0\n" + hash.repeat(63) + "\n" + log.checkpoint(10).encode()), 422);
    }

    @Test
    void aKnownOriginWithoutASignatureByATrustedKeyIsForbidden() throws Exception {
        SigningKey sameName = SigningKey.of(new KeyName(ORIGIN), KeyAlgorithm.ED25519, new byte[32]);
        SignedNote otherKey = SignedNote.sign(log.checkpoint(10).text(), sameName);
        SignedNote otherText =
                new SignedNote(log.checkpoint(10).text(), log.checkpoint(11).signatures());

        is(post(new CheckpointSubmission(0, List.of(), otherKey)), 403);
        is(post(new CheckpointSubmission(0, List.of(), otherText)), 403);
    }

    @Test
    void anOriginThatIsNotFollowedIsNotFound() throws Exception {
        is(post(new SignedLog("example.org/other", "a", 10).submission(0, 10)), 404);
    }

    @Test
    void anotherOldSizeIsAConflictThatNamesTheSize() throws Exception {
        post(log.submission(0, 100));

        for (int old : new int[] {0, 50, 150}) {
            HttpResponse<String> answer = post(log.submission(old, 200));
            is(answer, 409);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(answer.body()).isEqualTo("100\n");
        }
    }

    @Test
    void anotherRootOfTheSameSizeIsAConflict() throws Exception {
        post(log.submission(0, 100));

        is(post(otherHistory.submission(100, 100)), 409);
    }

    @Test
    void aProofThatDoesNotHoldIsUnprocessable() throws Exception {
        post(log.submission(0, 100));

        is(post(otherHistory.submission(100, 200)), 422);
        is(post(new CheckpointSubmission(100, List.of(), log.checkpoint(200))), 422);
        is(post(log.submission(100, 200)), 200);
    }

    @Test
    void onlyAPostAddsAndTheAnswerSaysSo() throws Exception {
        HttpResponse<String> answer = get("/add-checkpoint");

        is(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        is(get("/nothing"), 404);
        is(get("/" + Sha256.hex("example.org/other") + "/checkpoint"), 404);
        assertThat(get("/witness-key").body()).isEqualTo(KEY.verifier().encode() + "\n");
    }

    @Test
    void whatIsTooLargeIsRefusedForItsSizeAndTheLargestIsRead() throws Exception {
        is(post("x".repeat(CheckpointSubmission.MAX_BYTES)), 400);
        is(post("x".repeat(CheckpointSubmission.MAX_BYTES + 1)), 413);
    }

    @Test
    void aStateThatCannotBeReadIsUnavailableAndNothingIsCosigned() throws Exception {
        post(log.submission(0, 100));
        Path state = home.resolve("state").resolve(Sha256.hex(ORIGIN));
        Files.writeString(state, Files.readString(state).replace("\n100\n", "\n10\n"));

        HttpResponse<String> answer = post(log.submission(100, 200));

        is(answer, 503);
        assertThat(answer.body()).doesNotContain("\u2014");
        assertThat(journal).last().asString().startsWith("503 ");
    }
}
