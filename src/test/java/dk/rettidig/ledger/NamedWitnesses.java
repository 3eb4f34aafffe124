package dk.rettidig.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.checkpoint.VerifierKey;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Witnesses over HTTP, honest and other, and what the service is told of them. */
final class NamedWitnesses implements AutoCloseable {

    private final OwnDatabase database;
    private final Path directory;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, LedgerSettings.Witness> configured = new LinkedHashMap<>();

    NamedWitnesses(OwnDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    /** The settings, to be changed at will. */
    Map<String, LedgerSettings.Witness> configured() {
        return configured;
    }

    /** An honest one. */
    VerifierKey honest(String name) throws Exception {
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

    /** One that is not there. */
    void absent(String name) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(name, URI.create("http://127.0.0.1:" + socket.getLocalPort()), key(name));
        }
    }

    /** What a stranger's server does with a request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A stranger's server that says this to everything after a while. */
    void answering(String name, int status, String text, long millis) throws IOException {
        SigningKey key = key(name);
        doing(name, key, exchange -> {
            Thread.sleep(millis);
            say(exchange, status, text);
        });
    }

    /** A stranger's server under this key. */
    void doing(String name, SigningKey key, Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        open.add(() -> server.stop(0));
        configure(name, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), key);
    }

    /** Answers. */
    static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    static SigningKey key(String name) {
        return SigningKey.generate(new KeyName(name), KeyAlgorithm.COSIGNATURE_V1, new SecureRandom());
    }

    void configure(String name, URI url, SigningKey key) {
        configured.put(name, setting(url, key.verifier().encode()));
    }

    static LedgerSettings.Witness setting(URI url, String key) {
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

    /** The service's side of them. */
    Witnesses asked(int quorum) throws Exception {
        return asked(quorum, Clock.systemUTC());
    }

    /** The same with a clock. */
    Witnesses asked(int quorum, Clock clock) throws Exception {
        return new Witnesses(
                database.tables().log(),
                database.signer(),
                database.ledger(),
                new WitnessSettings(configured, quorum),
                clock,
                new SimpleMeterRegistry());
    }

    static List<State> states(Witnesses witnesses) {
        return witnesses.statuses().stream().map(WitnessStatus::state).toList();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
