package dk.rettidig.cli.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL in a directory of ours, reachable from this machine only: by the service over a socket in that
 * directory where the platform has such sockets, else over the loopback interface. It keeps its data between starts. The
 * service gets two roles in it: {@code rettidig_owner}, which migrations use, and {@code rettidig_app}, which can neither
 * change the schema nor rewrite the ledger.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Owner of the schema; used for migrations only. */
    public static final String OWNER = "rettidig_owner";

    /** Role of the running service. */
    public static final String APPLICATION = "rettidig_app";

    private static final String DATABASE = "rettidig";

    /**
     * What the library that starts PostgreSQL would otherwise switch off (it is made for tests), what keeps row contents
     * out of PostgreSQL's own log, and a fifth of a millisecond in which six or more commits gather for one flush.
     */
    private static final Map<String, String> SERVER_CONFIG = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("commit_delay", "200"),
            Map.entry("commit_siblings", "5"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_statement", "none"),
            Map.entry("timezone", "UTC"));

    private final EmbeddedPostgres postgres;
    private final Optional<LocalSocket> socket;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Optional<LocalSocket> socket) {
        this.postgres = postgres;
        this.socket = socket;
    }

    /**
     * Starts PostgreSQL on a free port, creating cluster, roles and database when they are not there yet.
     *
     * @param directory where the cluster lives; created when missing
     * @throws IOException when PostgreSQL does not start
     */
    public static EmbeddedDatabase start(Path directory) throws IOException {
        Files.createDirectories(directory);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.toAbsolutePath())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false);
        SERVER_CONFIG.forEach(builder::setServerConfig);
        Optional<LocalSocket> socket = LocalSocket.in(directory.toAbsolutePath().normalize());
        socket.ifPresent(in -> builder.setServerConfig(
                "unix_socket_directories", in.directory().toString()));
        EmbeddedPostgres postgres = builder.start();
        try {
            prepare(postgres);
        } catch (SQLException failure) {
            postgres.close();
            throw new IOException("the embedded PostgreSQL started but could not be prepared", failure);
        }
        return new EmbeddedDatabase(postgres, socket);
    }

    private static void prepare(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login");
                statement.execute("create role " + APPLICATION + " login");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8'");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    /** The JDBC address of the service's database. */
    public String url() {
        return socket.map(in -> in.url(postgres.getPort(), DATABASE))
                .orElseGet(() -> "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE);
    }

    /** The port on the loopback interface. */
    public int port() {
        return postgres.getPort();
    }

    /** A connection as the superuser {@code postgres}, for demonstrations and tests of what a superuser could do. */
    public Connection superuser() throws SQLException {
        return postgres.getDatabase("postgres", DATABASE).getConnection();
    }

    /** Tells the service, through system properties, to use this database; to be called before Quarkus starts. */
    public void configureService() {
        System.setProperty("rettidig.database.url", url());
        System.setProperty("rettidig.database.user", APPLICATION);
        System.setProperty("rettidig.database.owner-user", OWNER);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
