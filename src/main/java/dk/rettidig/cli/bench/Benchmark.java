package dk.rettidig.cli.bench;

import java.util.List;

/** One benchmark; add it to {@link BenchCommand}'s list. */
public interface Benchmark {

    /** Its name on the command line, one word in lower case. */
    String name();

    /** What it measures, in one line of English. */
    String description();

    /**
     * Measures.
     *
     * @return its figures; most benchmarks have one
     * @throws java.io.IOException when its input cannot be made or read
     * @throws InterruptedException when it is told to stop
     */
    List<BenchResult> run(BenchOptions options) throws java.io.IOException, InterruptedException;
}
