package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.util.List;

/** {@code extract}: from a request to HTML and JSON, over a log of many entries, beside a bare read of the child's entries. */
final class ExtractBench implements Benchmark {

    @Override
    public String name() {
        return "extract";
    }

    @Override
    public String description() {
        return "An extract for a person, prepared, decided and released, beside a bare read of the same entries (--entries).";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        try (BenchHome home = BenchHome.create();
                EmbeddedDatabase database = EmbeddedDatabase.start(home.path().resolve("postgres"))) {
            database.configureService();
            System.setProperty("rettidig.home", home.path().toString());
            System.setProperty("rettidig.ledger.sequencer", "false");
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.management.port", "0");
            System.setProperty("quarkus.log.level", "WARN");
            ExtractLoad.prepare(options, database);
            Quarkus.run(ExtractLoad.class, (_, _) -> {});
            return ExtractLoad.results();
        } finally {
            System.clearProperty("rettidig.ledger.sequencer");
        }
    }
}
