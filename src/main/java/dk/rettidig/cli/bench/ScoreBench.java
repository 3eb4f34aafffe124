package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.util.List;

/**
 * {@code score}: a whole run over a population, from scope to flags in the started service on an embedded PostgreSQL with
 * fsync on, against streaming and dropping the same observations by JDBC.
 */
final class ScoreBench implements Benchmark {

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String description() {
        return "A run from scope to flags, against a SELECT of the same observations streamed and dropped.";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        options.tell("kapacitetstest på syntetiske data; ingen hjemmel fundet til en sådan beregning");
        try (BenchHome home = BenchHome.create();
                EmbeddedDatabase database = EmbeddedDatabase.start(home.path().resolve("postgres"))) {
            database.configureService();
            System.setProperty("rettidig.home", home.path().toString());
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.management.port", "0");
            System.setProperty("quarkus.log.level", "WARN");
            ScoreLoad.prepare(options, database);
            Quarkus.run(ScoreLoad.class, (_, _) -> {});
            List<BenchResult> results = ScoreLoad.results();
            if (results.isEmpty()) {
                throw new IOException("the benchmark stopped before it had a figure");
            }
            return results;
        }
    }
}
