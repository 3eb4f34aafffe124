package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * {@code ledger}: appends in transactions that also write a row, against the same transactions without the append, in the
 * service itself on an embedded PostgreSQL with fsync on; and how long a proof takes meanwhile.
 */
final class LedgerBenchmark implements Benchmark {

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String description() {
        return "Appends beside a written row with 1 and 16 callers, and the wait for a proof.";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        try (BenchHome home = BenchHome.create();
                EmbeddedDatabase database = EmbeddedDatabase.start(home.path().resolve("postgres"))) {
            prepare(database);
            database.configureService();
            System.setProperty("rettidig.home", home.path().toString());
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.log.level", "WARN");
            System.setProperty("quarkus.banner.enabled", "false");
            LedgerLoad.prepare(options);
            Quarkus.run(LedgerLoad.class, (code, failure) -> {});
            return LedgerLoad.results();
        }
    }

    /** The row that each transaction writes anyway. */
    private static void prepare(EmbeddedDatabase database) throws IOException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.written (id bigint generated always as identity primary key, "
                    + "value text not null)");
            statement.execute("grant usage on schema bench to " + EmbeddedDatabase.APPLICATION);
            statement.execute("grant insert on bench.written to " + EmbeddedDatabase.APPLICATION);
        } catch (SQLException failure) {
            throw new IOException("the benchmark's table cannot be made", failure);
        }
    }
}
