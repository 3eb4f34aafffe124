package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code start}: from the start of the process until the readiness check answers, on a database that is there and migrated.
 * The first start, which migrates, is not counted.
 */
final class StartBench implements Benchmark {

    /** Seconds (DESIGN.md section 9). */
    private static final double REACH = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "Seconds from the start of the process to ready, database given.";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("rettidig-bench");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"))) {
            options.tell("first start, which migrates: %.2f s".formatted(seconds(database, home)));
            List<Double> turns = new ArrayList<>();
            for (int turn = 1; turn <= Alternating.TURNS; turn++) {
                turns.add(seconds(database, home));
                options.tell("start %d: %.2f s".formatted(turn, turns.getLast()));
            }
            return List.of(BenchResult.alone(
                    name(),
                    Alternating.median(turns),
                    "s",
                    BenchResult.Better.LOWER,
                    REACH,
                    Map.of("seconds", turns, "heap_mb", 512L)));
        }
    }

    private static double seconds(EmbeddedDatabase database, Path home) throws IOException, InterruptedException {
        long start = System.nanoTime();
        BenchService service = BenchService.on(database, home);
        double seconds = (System.nanoTime() - start) / 1e9;
        service.stop();
        return seconds;
    }
}
