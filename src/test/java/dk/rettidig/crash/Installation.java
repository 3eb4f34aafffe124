package dk.rettidig.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A directory with keys and a cluster, its PostgreSQL and its service; gone when closed. */
final class Installation implements AutoCloseable {

    /** Leases of seconds instead of a minute, so that a test can wait for the end of one. */
    static final List<String> SHORT_LEASES = List.of("-Drettidig.feed.lease=6S", "-Drettidig.runs.lease=6S");

    private static final int PATIENCE_SECONDS = 60;

    private final Path home;
    private final PostgresProcess postgres;
    private final List<ServiceProcess> services = new ArrayList<>();

    private Installation(Path home, PostgresProcess postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    /** Starts PostgreSQL and one service with these options of its virtual machine. */
    static Installation start(List<String> options) throws IOException {
        Path home = Files.createTempDirectory("rettidig-crash");
        Installation installation = new Installation(home, PostgresProcess.create(home));
        try {
            installation.addReplica(options);
        } catch (IOException failure) {
            installation.close();
            throw failure;
        }
        return installation;
    }

    /** One more service on the same database and keys. */
    ServiceProcess addReplica(List<String> options) throws IOException {
        ServiceProcess service = ServiceProcess.start(home, "service-" + services.size(), postgres, options);
        services.add(service);
        return service;
    }

    Path home() {
        return home;
    }

    PostgresProcess postgres() {
        return postgres;
    }

    ServiceProcess service() {
        return services.getFirst();
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** Rows of a query as the superuser sees them, the columns of each joined by blanks. */
    List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(row.getString(column)));
                }
                found.add(String.join(" ", values));
            }
        }
        return found;
    }

    /** Does what only a superuser can. */
    void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = postgres.superuser();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Waits until the query has a row; a test that waits in vain has failed. */
    void awaitRow(String query) throws SQLException {
        await(query, false);
    }

    /** Waits until the query has no row any more. */
    void awaitNoRow(String query) throws SQLException {
        await(query, true);
    }

    private void await(String query, boolean empty) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> last = rows(query);
        while (last.isEmpty() != empty) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "waited in vain for " + (empty ? "no row" : "a row") + " of " + query + ", there is " + last);
            }
            pause();
            last = rows(query);
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        services.forEach(ServiceProcess::close);
        postgres.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
