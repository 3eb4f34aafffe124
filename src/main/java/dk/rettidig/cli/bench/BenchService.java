package dk.rettidig.cli.bench;

import dk.rettidig.cli.authority.AuthorityPassphrase;
import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service, or the authority, in a process of its own with a heap of 512 MB, on a database of its own. */
final class BenchService implements AutoCloseable {

    /** The program's entry point, by name: it depends on the benchmarks and not they on it. */
    private static final String MAIN = "dk.rettidig.cli.Main";

    private static final String HEAP = "-Xmx512m";
    private static final int START_SECONDS = 60;
    private static final int POLL_MS = 20;

    /**
     * What the process is.
     *
     * @param command of {@code ./rettidig}
     * @param options of the JVM that only this command gets
     * @param environment what the process gets besides this one's
     */
    private record Role(String command, List<String> options, Map<String, String> environment) {

        /** As {@code ./rettidig serve}: with what only serve gets. */
        private static final Role SERVE = new Role(
                "serve",
                Stream.of(System.getProperty("rettidig.bench.serving", "").split(","))
                        .filter(option -> !option.isEmpty())
                        .toList(),
                Map.of());
    }

    private final Process process;
    private final EmbeddedDatabase database;
    private final int port;
    private final int managementPort;
    private final Path log;

    private BenchService(Process process, EmbeddedDatabase database, int port, int managementPort, Path log) {
        this.process = process;
        this.database = database;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** On a new database of its own, which it stops when it is closed. */
    static BenchService start(Path home) throws IOException, InterruptedException {
        return on(EmbeddedDatabase.start(home.resolve("postgres")), home);
    }

    /** The authority on a new database of its own; its key store is opened with the passphrase. */
    static BenchService authority(Path home, String passphrase) throws IOException, InterruptedException {
        return on(
                EmbeddedDatabase.start(home.resolve("postgres")),
                home,
                new Role("authority", List.of(), Map.of(AuthorityPassphrase.VALUE, passphrase)));
    }

    /** Starts on the given database, which it stops when it is closed, and returns when it is ready. */
    static BenchService on(EmbeddedDatabase database, Path home) throws IOException, InterruptedException {
        return on(database, home, Role.SERVE);
    }

    private static BenchService on(EmbeddedDatabase database, Path home, Role role)
            throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        Path log = home.resolve("service.log");
        ProcessBuilder builder = new ProcessBuilder(command(role, database, home, port, managementPort))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(role.environment());
        Process process = builder.start();
        BenchService service = new BenchService(process, database, port, managementPort, log);
        service.awaitReady();
        return service;
    }

    /** As {@code ./rettidig} starts it: own options, cache and class path, and 512 MB of heap. */
    private static List<String> command(Role role, EmbeddedDatabase database, Path home, int port, int managementPort) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(role.options());
        command.addAll(List.of(
                HEAP,
                "-Drettidig.database.url=" + database.url(),
                "-Drettidig.database.user=" + EmbeddedDatabase.APPLICATION,
                "-Drettidig.database.owner-user=" + EmbeddedDatabase.OWNER,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                role.command(),
                "--home",
                home.toString()));
        return command;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    EmbeddedDatabase database() {
        return database;
    }

    private void awaitReady() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            for (int tries = 0; tries < START_SECONDS * 1000 / POLL_MS && process.isAlive(); tries++) {
                if (isReady(client)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
        close();
        throw new IOException("the service did not start; see " + log);
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                    .build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        database.close();
    }

    /** Stops the service and leaves the database running. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
