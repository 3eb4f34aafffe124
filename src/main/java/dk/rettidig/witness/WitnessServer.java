package dk.rettidig.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.rettidig.checkpoint.CheckpointSubmission;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A witness over HTTP: {@code POST /add-checkpoint} (C2SP tlog-witness), {@code GET /witness-key} with the vkey, and {@code
 * GET /<SHA-256 of the origin>/checkpoint} with the newest checkpoint that it cosigned. TLS is a reverse proxy's.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final String CHECKPOINT = "/checkpoint";

    private final Witness witness;
    private final Consumer<String> journal;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Answer(int status, String type, byte[] body) {

        static Answer text(int status, String body) {
            return new Answer(status, TEXT, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Starts to listen.
     *
     * @param address where; port 0 takes a free one
     * @param journal gets one line for each submission: its outcome, never its contents
     */
    public WitnessServer(Witness witness, InetSocketAddress address, Consumer<String> journal) throws IOException {
        this.witness = witness;
        this.journal = journal;
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (answer.status() == METHOD_NOT_ALLOWED) {
                exchange.getResponseHeaders().set("Allow", "POST"); // RFC 9110 section 15.5.6
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        try {
            if (path.equals("/add-checkpoint")) {
                return exchange.getRequestMethod().equals("POST")
                        ? add(exchange.getRequestBody())
                        : Answer.text(METHOD_NOT_ALLOWED, "POST\n");
            }
            if (get && path.equals("/witness-key")) {
                return Answer.text(OK, witness.verifierKey().encode() + "\n");
            }
            if (get && path.endsWith(CHECKPOINT)) {
                Optional<byte[]> newest = witness.newest(path.substring(1, path.length() - CHECKPOINT.length()));
                return newest.map(note -> new Answer(OK, TEXT, note))
                        .orElseGet(() -> Answer.text(NOT_FOUND, "nothing cosigned\n"));
            }
            return Answer.text(NOT_FOUND, "POST /add-checkpoint\n");
        } catch (IOException failure) {
            journal.accept("503 " + failure.getMessage());
            return Answer.text(UNAVAILABLE, "the state cannot be read or written; nothing was cosigned\n");
        }
    }

    private Answer add(InputStream in) throws IOException {
        byte[] body = in.readNBytes(CheckpointSubmission.MAX_BYTES + 1);
        if (body.length > CheckpointSubmission.MAX_BYTES) {
            return Answer.text(TOO_LARGE, "at most " + CheckpointSubmission.MAX_BYTES + " bytes\n");
        }
        Answer answer =
                switch (witness.decide(body)) {
                    case Decision.Cosigned cosigned -> Answer.text(OK, cosigned.lines());
                    case Decision.Malformed malformed -> Answer.text(BAD_REQUEST, malformed.why() + "\n");
                    case Decision.Unsigned unsigned -> Answer.text(FORBIDDEN, "no signature by a trusted key\n");
                    case Decision.UnknownLog unknown -> Answer.text(NOT_FOUND, "not a log that is followed here\n");
                    case Decision.Conflict conflict ->
                        new Answer(CONFLICT, SIZE, (conflict.size() + "\n").getBytes(StandardCharsets.US_ASCII));
                    case Decision.Inconsistent inconsistent -> Answer.text(UNPROCESSABLE, "the proof does not hold\n");
                };
        journal.accept(answer.status() + " add-checkpoint");
        return answer;
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
