package dk.rettidig.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench NAME...}: measures, prints one line a figure; exit code 1 when a bound is not kept. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the service on this machine. Without a name it lists the benchmarks.")
public final class BenchCommand implements Callable<Integer> {

    /** Every benchmark there is; a feature's benchmark is added here. */
    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartBench(),
            new VerifyBench(),
            new GateBench(),
            new LedgerBenchmark(),
            new PredictBench(),
            new ScoreBench(),
            new IngestBench(),
            new ExtractBench(),
            new PseudonymiseBench(),
            new NotificationsBench());

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Benchmarks to run, or all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--rows", paramLabel = "N", description = "Observations to ingest.")
    private @Nullable Long rows;

    @Option(names = "--children", paramLabel = "N", description = "Children to score, or to pseudonymise.")
    private @Nullable Long children;

    @Option(names = "--entries", paramLabel = "N", description = "Ledger entries.")
    private @Nullable Long entries;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            BENCHMARKS.forEach(each -> out.printf("%-12s %s%n", each.name(), each.description()));
            return 0;
        }
        BenchOptions options = new BenchOptions(
                size("--rows", rows),
                size("--children", children),
                size("--entries", entries),
                spec.commandLine().getErr());
        boolean reached = true;
        for (Benchmark benchmark : chosen()) {
            for (BenchResult result : benchmark.run(options)) {
                out.println(json ? result.json() : result.line());
                out.flush();
                reached &= result.reached();
            }
        }
        return reached ? 0 : 1;
    }

    private List<Benchmark> chosen() {
        if (names.contains("all")) {
            return BENCHMARKS;
        }
        return names.stream().map(this::named).toList();
    }

    private Benchmark named(String name) {
        return BENCHMARKS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark " + name + ". There are: "
                                + BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }

    private OptionalLong size(String option, @Nullable Long value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value <= 0) {
            throw new ParameterException(spec.commandLine(), option + " takes a positive number.");
        }
        return OptionalLong.of(value);
    }
}
