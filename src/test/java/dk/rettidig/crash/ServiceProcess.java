package dk.rettidig.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a child process: {@code serve} on its own jars, and killed as nothing should be. */
final class ServiceProcess implements AutoCloseable {

    /** The demonstration's people sign in with it. */
    static final String PASSWORD = "crash-test-password";

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PATIENCE_SECONDS = 90;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Path log;
    private final int port;
    private final int managementPort;
    private Process process;

    private ServiceProcess(List<String> command, Path log, int port, int managementPort) throws IOException {
        this.command = command;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.process = launch();
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param home where keys live; replicas share it
     * @param name of the replica and its log
     * @param options of the Java virtual machine
     */
    static ServiceProcess start(Path home, String name, PostgresProcess database, List<String> options)
            throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(JAR + " is missing: ./mvnw -DskipTests package makes it");
        }
        List<String> service =
                new ArrayList<>(List.of("-Drettidig.demo.people=true", "-Drettidig.demo.password=" + PASSWORD));
        service.addAll(options);
        return start("serve", home, name, database, service);
    }

    /** Starts the pseudonym authority and waits until it is ready. */
    static ServiceProcess authority(Path home, PostgresProcess database, String passphrase) throws IOException {
        return start(
                "authority", home, "authority", database, List.of("-Drettidig.authority.passphrase=" + passphrase));
    }

    private static ServiceProcess start(
            String what, Path home, String name, PostgresProcess database, List<String> options) throws IOException {
        int port = PostgresProcess.freePort();
        int managementPort = PostgresProcess.freePort();
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Drettidig.database.url=" + database.url(),
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), what, "--home", home.toString()));
        ServiceProcess service = new ServiceProcess(command, home.resolve(name + ".log"), port, managementPort);
        service.awaitReady();
        return service;
    }

    /** A command that ends by itself, with nothing of ours in its environment. */
    static ProcessBuilder command(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("RETTIDIG_") || name.startsWith("QUARKUS_"));
        return builder;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("RETTIDIG_") || name.startsWith("QUARKUS_"));
        return builder.start();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after it was killed; returns when it says that it is ready. */
    void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    /** Waits until the service says that it is ready. */
    void awaitReady() throws IOException {
        awaitHealth("ready", 200);
    }

    /** Waits for this status of {@code /q/health/live} or {@code ready}. */
    void awaitHealth(String kind, int status) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (health(kind) == status) {
                return;
            }
            pause();
        }
        throw new IOException("the service does not become " + kind + "=" + status + ":\n" + log());
    }

    /** The status of {@code /q/health/live} or {@code ready}; 0 when nobody answers. */
    int health(String kind) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/" + kind))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    /** All that the process and those before it wrote to standard output and error. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
