package dk.rettidig.cli.bench;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Evaluation;
import dk.rettidig.gate.Policies;
import dk.rettidig.gate.PolicyEngine;
import dk.rettidig.gate.Question;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * {@code gate}: decisions of the shipped set, parsed once, over requests that all differ (nothing about a request is
 * cached). Evaluation only: the entry in the ledger is measured by {@code ledger_append}.
 */
final class GateBench implements Benchmark {

    /** Decisions a second to reach (DESIGN.md section 9). */
    private static final double REACH_PER_SECOND = 3_000;

    /** Slowest of a hundred to reach, in milliseconds (DESIGN.md section 9). */
    private static final double REACH_P99_MS = 5;

    /** Decisions a turn: some seconds on two cores. Before them the JVM compiles its side for as long again and more. */
    private static final int DECISIONS = 12_000;

    private static final int WARM_UP = 20_000;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> INDICATORS =
            List.of("NOTIF_PRIOR", "NOTIF_SINCE", "SCH_ABS_UNL", "PAR_BENEFIT", "RES_MOVES", "AGE_BAND", "PAR_PSYCH");

    /** An agreement has one kind of source. */
    private static final List<String> SOURCE_KINDS = List.of("school", "notification-register", "benefits", "housing");

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String description() {
        return "decisions a second with the shipped rules, every request different";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        PolicyEngine engine = engine();
        int threads = Runtime.getRuntime().availableProcessors();
        Histogram latency = new ConcurrentHistogram(3);
        turn(engine, threads, WARM_UP, new ConcurrentHistogram(3));
        double[] perSecond = new double[Alternating.TURNS];
        for (int i = 0; i < perSecond.length; i++) {
            perSecond[i] = turn(engine, threads, DECISIONS, latency);
            options.tell("gate turn %d: %.0f/s".formatted(i + 1, perSecond[i]));
        }
        Map<String, Object> detail = Map.of(
                "threads",
                threads,
                "decisions",
                DECISIONS * perSecond.length,
                "rules",
                engine.policies().ruleCount(),
                "policy",
                engine.policies().digest().brief());
        List<Double> turns =
                IntStream.range(0, perSecond.length).mapToObj(i -> perSecond[i]).toList();
        return List.of(
                BenchResult.alone(
                        "gate",
                        Alternating.median(turns),
                        "decisions/s",
                        BenchResult.Better.HIGHER,
                        REACH_PER_SECOND,
                        detail),
                BenchResult.alone(
                        "gate_p99",
                        latency.getValueAtPercentile(99) / 1e6,
                        "ms",
                        BenchResult.Better.LOWER,
                        REACH_P99_MS,
                        detail));
    }

    private static PolicyEngine engine() throws IOException {
        try {
            return new PolicyEngine(Policies.load(PolicySetReader.shipped()));
        } catch (PolicySetException unenforceable) {
            throw new IOException("the shipped policy set cannot be enforced", unenforceable);
        }
    }

    private static double turn(PolicyEngine engine, int threads, int decisions, Histogram latency)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> parts = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(part -> () -> decide(engine, part, threads, decisions, latency))
                    .toList();
            int decided = 0;
            for (Future<Integer> part : pool.invokeAll(parts)) {
                decided += part.get();
            }
            return decided / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException failure) {
            throw new IOException("a decision failed", failure);
        }
    }

    private static int decide(PolicyEngine engine, int part, int threads, int decisions, Histogram latency) {
        int decided = 0;
        for (int i = part; i < decisions; i += threads) {
            long start = System.nanoTime();
            Evaluation evaluation = engine.evaluate(question(i));
            latency.recordValue(System.nanoTime() - start);
            if (evaluation instanceof Evaluation.Undecidable) {
                throw new IllegalStateException("the benchmark's requests can be decided");
            }
            decided++;
        }
        return decided;
    }

    /** Deliveries that differ in feed, indicators and municipality; about one in seven names a blocked indicator. */
    private static Question question(int number) {
        MunicipalityCode municipality = MunicipalityCode.of(number % 5 == 0 ? 101 + number % 700 : 999);
        return new Question(
                ActorKind.REGISTRY,
                Optional.of(municipality),
                Action.DELIVER,
                Purpose.CHILD_SUPPORT,
                Optional.of(municipality),
                Optional.of(Phase.DEMO),
                Optional.of(new BasisId("lb.demo.notified")),
                ScopeKind.NOTIFIED,
                List.of(INDICATORS.get(number % 7), INDICATORS.get(number / 7 % 6)),
                List.of(SOURCE_KINDS.get(number % 4)),
                true,
                Map.of("feed", "feed-" + number, "delivery", "d-" + number),
                NOW.plusSeconds(number),
                Optional.empty());
    }
}
