package dk.rettidig.crash;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The embedded PostgreSQL with the settings that {@code serve} gives it, as a child process on one port for life, so that a
 * test can stop it, kill it with all its children, and start it again on the same files.
 */
final class PostgresProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Path data;
    private final Path log;
    private final List<String> command;
    private final int port;
    private Process process;

    private PostgresProcess(Path data, Path log, List<String> command, int port) throws IOException {
        this.data = data;
        this.log = log;
        this.command = command;
        this.port = port;
        this.process = launch();
    }

    /** Makes a cluster with both roles and the service's database, and starts it. */
    static PostgresProcess create(Path home) throws IOException {
        Path data = home.resolve("postgres");
        String options;
        try (EmbeddedDatabase _ = EmbeddedDatabase.start(data)) {
            options = Files.readString(data.resolve("postmaster.opts"), StandardCharsets.UTF_8);
        }
        int port = freePort();
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // root is not allowed to run PostgreSQL
        }
        command.add(options.substring(0, options.indexOf(" \"")));
        Matcher option = QUOTED.matcher(options);
        while (option.find()) {
            boolean isPort = command.getLast().equals("-p");
            command.add(isPort ? Integer.toString(port) : option.group(1));
        }
        PostgresProcess postgres = new PostgresProcess(data, home.resolve("postgres.log"), command, port);
        try {
            postgres.awaitConnections();
        } catch (IOException failure) {
            postgres.kill();
            throw failure;
        }
        return postgres;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Starts it again; recovery is done when this returns. */
    void start() throws IOException {
        process = launch();
        awaitConnections();
    }

    private void awaitConnections() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try (Connection connection = superuser()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause();
            }
            if (!process.isAlive()) {
                process = launch(); // a child of the one before may have held the memory for a moment
                pause();
            }
        }
        throw new IOException("PostgreSQL does not take connections; see " + log);
    }

    /** SIGKILL to the postmaster, then to all its children: a machine that loses power, but for the page cache. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    /** Stops it with a checkpoint, ending every connection ("fast shutdown", SIGINT). */
    void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        process.onExit().join();
    }

    /** A connection of the superuser. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/rettidig";
    }

    /** What PostgreSQL wrote to its log. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Every file of the cluster, the write-ahead log included. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            if (process.isAlive()) {
                kill();
            }
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
