package dk.rettidig.ledger.witness;

import dk.rettidig.checkpoint.CheckpointSubmission;
import dk.rettidig.ledger.witness.WitnessStatus.State;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The two requests to a witness. Answers are read to a bound, redirects are not followed. */
final class WitnessHttp {

    /** Longest answer, bytes: a handful of signature lines, or one signed note. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int OK = 200;

    private final HttpClient client;
    private final URI prefix;
    private final Duration timeout;

    /**
     * A witness at a prefix.
     *
     * @throws IllegalArgumentException unless the prefix is https, or http on the loopback
     */
    WitnessHttp(HttpClient client, URI prefix, Duration timeout) {
        if (!isSafe(prefix)) {
            throw new IllegalArgumentException(
                    "a witness' url is https, or http on the loopback: rettidig.ledger.witnesses.*.url");
        }
        String text = prefix.toString();
        this.client = client;
        this.prefix = URI.create(text.endsWith("/") ? text : text + "/");
        this.timeout = timeout;
    }

    private static boolean isSafe(URI url) {
        if ("https".equals(url.getScheme())) {
            return url.getHost() != null;
        }
        try {
            return "http".equals(url.getScheme())
                    && url.getHost() != null
                    && InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (java.net.UnknownHostException unknown) {
            return false;
        }
    }

    /** An answer: status and text. */
    record Answer(int status, String text) {}

    /** {@code POST <prefix>/add-checkpoint}. */
    Answer submit(CheckpointSubmission submission) throws WitnessException, InterruptedException {
        return send(HttpRequest.newBuilder(prefix.resolve("add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(submission.encode()))
                .header("Content-Type", "text/plain; charset=utf-8"));
    }

    /** What the witness shows as its newest checkpoint of a log; not every witness can. */
    Optional<String> newest(String originDigest) throws InterruptedException {
        try {
            Answer answer = send(HttpRequest.newBuilder(prefix.resolve(originDigest + "/checkpoint")));
            return answer.status() == OK ? Optional.of(answer.text()) : Optional.empty();
        } catch (WitnessException silent) {
            return Optional.empty();
        }
    }

    private Answer send(HttpRequest.Builder request) throws WitnessException, InterruptedException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
                if (bytes.length > LONGEST_ANSWER) {
                    throw new WitnessException(State.WRONG_ANSWER);
                }
                return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (java.net.http.HttpTimeoutException late) {
            throw new WitnessException(State.SLOW, late);
        } catch (IOException broken) {
            throw new WitnessException(State.UNREACHABLE, broken);
        }
    }
}
