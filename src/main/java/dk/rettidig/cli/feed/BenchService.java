package dk.rettidig.cli.feed;

import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own with a heap of 512 MB, on a database of its own. */
final class BenchService implements AutoCloseable {

    private static final String HEAP = "-Xmx512m";
    private static final int START_SECONDS = 60;

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

    static BenchService start(Path home) throws IOException, InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
        int port = freePort();
        int managementPort = freePort();
        Path log = home.resolve("service.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Drettidig.database.url=" + database.url(),
                "-Drettidig.database.user=" + EmbeddedDatabase.APPLICATION,
                "-Drettidig.database.owner-user=" + EmbeddedDatabase.OWNER,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "serve",
                "--home",
                home.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        BenchService service = new BenchService(process, database, port, managementPort, log);
        service.awaitReady();
        return service;
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
            for (int tries = 0; tries < START_SECONDS * 5 && process.isAlive(); tries++) {
                if (isReady(client)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
