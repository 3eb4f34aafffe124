package dk.rettidig.crash;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code rettidig witness} as packaged, on one port and one directory for life; it can be stopped, killed and started again. */
final class WitnessProcess implements AutoCloseable {

    private final Path directory;
    private final VerifierKey log;
    private final int port;
    private Process process;

    private WitnessProcess(Path directory, VerifierKey log, int port) throws IOException {
        this.directory = directory;
        this.log = log;
        this.port = port;
        this.process = launch();
    }

    /** Starts it and waits until it follows the log. */
    static WitnessProcess start(Path directory, VerifierKey log) throws IOException {
        return new WitnessProcess(directory, log, PostgresProcess.freePort());
    }

    /** Starts it again on the same state. */
    void restart() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        Path output = directory.resolve("witness.log");
        Files.deleteIfExists(output);
        Process started = ServiceProcess.command(
                        directory,
                        "witness",
                        "--home",
                        directory.resolve("witness").toString(),
                        "--name",
                        "witness.invalid/w1",
                        "--log",
                        log.encode(),
                        "--port",
                        Integer.toString(port))
                .redirectOutput(output.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(output)
                || !Files.readString(output).contains("follows " + log.name().value())) {
            if (System.nanoTime() > deadline || !started.isAlive()) {
                throw new IOException("the witness does not start: " + Files.readString(output));
            }
            Installation.pause();
        }
        return started;
    }

    VerifierKey key() {
        try {
            return VerifierKey.parse(RestAssured.get("http://127.0.0.1:" + port + "/witness-key")
                    .asString()
                    .strip());
        } catch (CheckpointException damaged) {
            throw new AssertionError("the witness' key cannot be read", damaged);
        }
    }

    /** Options of a service that publishes nothing without this witness. */
    List<String> demanded() {
        return List.of(
                "-Drettidig.ledger.witnesses.neighbour.url=http://127.0.0.1:" + port,
                "-Drettidig.ledger.witnesses.neighbour.key=" + key().encode(),
                "-Drettidig.ledger.witness-quorum=1",
                "-Drettidig.ledger.witness-timeout=PT1S",
                "-Drettidig.ledger.publish-at-least-every=PT1S");
    }

    /** Takes requests and answers none (SIGSTOP). */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Goes on (SIGCONT). */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        new ProcessBuilder("kill", which, Long.toString(process.pid())).start().waitFor();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
