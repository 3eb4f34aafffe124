package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        Path home = Files.createTempDirectory("rettidig-bench");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"))) {
            database.configureService();
            System.setProperty("rettidig.home", home.toString());
            System.setProperty("rettidig.ledger.sequencer", "false");
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.management.port", "0");
            System.setProperty("quarkus.log.level", "WARN");
            ExtractLoad.prepare(options, database);
            Quarkus.run(ExtractLoad.class, (_, _) -> {});
            return ExtractLoad.results();
        } finally {
            System.clearProperty("rettidig.ledger.sequencer");
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(ExtractBench::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
