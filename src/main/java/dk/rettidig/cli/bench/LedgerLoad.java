package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.cli.bench.BenchResult.Better;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.LedgerReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The load of {@link LedgerBenchmark}, run inside the started service: the real ledger, transactions and sequencer. */
public class LedgerLoad implements QuarkusApplication {

    private static final int MANY = 16;

    /** Transactions in one turn with sixteen callers: some two seconds, so that the sequencer's work counts in full. */
    private static final long TRANSACTIONS = 12_000;

    /** Turns before the first that counts: the compiler of the virtual machine shares the cores until then. */
    private static final int WARM_UP_TURNS = 10;

    /** Part of that for one caller, who is several times slower. */
    private static final int ONE_CALLER_DIVISOR = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double ENOUGH_PER_SECOND = 5_000;
    private static final double PROOF_SECONDS = 2;
    private static final double COST_ONE = 1.6;
    private static final double COST_MANY = 2.6;

    private static final AtomicReference<@Nullable BenchOptions> OPTIONS = new AtomicReference<>();
    private static final List<BenchResult> RESULTS = new CopyOnWriteArrayList<>();

    private final Ledger ledger;
    private final LedgerReader reader;
    private final DataSource database;
    private final Histogram proofs = new ConcurrentHistogram(3);
    private volatile AppendId last = new AppendId(0);

    /** Measures this service. */
    public LedgerLoad(Ledger ledger, LedgerReader reader, DataSource database) {
        this.ledger = ledger;
        this.reader = reader;
        this.database = database;
    }

    static void prepare(BenchOptions options) {
        OPTIONS.set(options);
        RESULTS.clear();
    }

    static List<BenchResult> results() {
        return List.copyOf(RESULTS);
    }

    /** An entry as a look-up makes it. */
    private record Looked(long number) implements LedgerEvent {
        @Override
        public String type() {
            return "bench.looked";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("action", "open_flag")
                    .text("basis", "bl-18")
                    .text("purpose", "child_support")
                    .number("row", number);
        }
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException, SQLException {
        BenchOptions options = OPTIONS.get();
        if (options == null) {
            return 1;
        }
        long many = options.entries().orElse(TRANSACTIONS);
        long one = Math.max(1, many / ONE_CALLER_DIVISOR);
        options.tell("warming up");
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            transactions(MANY, many, true);
        }
        transactions(MANY, many, false);
        options.tell("16 callers: " + many + " transactions a turn");
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService probe = Executors.newSingleThreadExecutor()) {
            Alternating sixteen = Alternating.measure(
                    () -> probed(probe, running, () -> transactions(MANY, many, true)),
                    () -> transactions(MANY, many, false));
            options.tell("1 caller: " + one + " transactions a turn");
            Alternating single =
                    Alternating.measure(() -> transactions(1, one, true), () -> transactions(1, one, false));
            report(sixteen, many, single, one);
        }
        return 0;
    }

    private void report(Alternating sixteen, long many, Alternating single, long one) throws SQLException {
        double perSecond = (double) many / sixteen.subjectMedian();
        RESULTS.add(BenchResult.alone(
                "ledger_append",
                perSecond,
                "entries/s",
                Better.HIGHER,
                ENOUGH_PER_SECOND,
                Map.of("callers", MANY, "transactions", many, "seconds", sixteen.subject())));
        RESULTS.add(BenchResult.alone(
                "ledger_proof_p99",
                proofs.getValueAtPercentile(99) / 1e6,
                "s",
                Better.LOWER,
                PROOF_SECONDS,
                Map.of(
                        "median_seconds",
                        proofs.getValueAtPercentile(50) / 1e6,
                        "proofs",
                        proofs.getTotalCount(),
                        "bytes_an_entry_on_disk",
                        bytesAnEntry())));
        RESULTS.add(cost(single, 1, one, COST_ONE));
        RESULTS.add(cost(sixteen, MANY, many, COST_MANY));
    }

    private static BenchResult cost(Alternating measured, int callers, long transactions, double reach) {
        return BenchResult.against(
                "ledger_cost",
                measured.subjectMedian(),
                measured.baselineMedian(),
                "s",
                Better.LOWER,
                reach,
                Map.of(
                        "callers",
                        callers,
                        "transactions",
                        transactions,
                        "baseline_per_second",
                        transactions / measured.baselineMedian(),
                        "per_second",
                        transactions / measured.subjectMedian(),
                        "baseline_seconds",
                        measured.baseline(),
                        "seconds",
                        measured.subject()));
    }

    /** Runs the transactions on so many threads; returns seconds until the last commit, and drains the log afterwards. */
    private double transactions(int callers, long count, boolean append) throws InterruptedException {
        long begun;
        double seconds;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            begun = System.nanoTime();
            List<Future<?>> done = IntStream.range(0, callers)
                    .<Future<?>>mapToObj(caller -> threads.submit(() -> caller(caller, count / callers, append)))
                    .toList();
            for (Future<?> each : done) {
                finish(each);
            }
            seconds = (System.nanoTime() - begun) / 1e9;
        }
        if (append) {
            ledger.await(last, PATIENCE);
        }
        return seconds;
    }

    private static void finish(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a caller of the benchmark failed", failure);
        }
    }

    private void caller(int caller, long count, boolean append) {
        Actor actor = new Actor.Caseworker(new ActorName("bench-" + caller), MunicipalityCode.SYNTHETIC);
        for (long i = 0; i < count; i++) {
            long number = i;
            QuarkusTransaction.requiringNew().run(() -> {
                writeRow(number);
                if (append) {
                    last = ledger.append(actor, new Looked(number));
                }
            });
        }
    }

    private void writeRow(long number) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into bench.written (value) values (?)")) {
            insert.setString(1, "row " + number);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the benchmark's row cannot be written", failure);
        }
    }

    /** Does the work while one more caller asks for receipts: append, wait, fetch the proof file. */
    private double probed(ExecutorService probe, AtomicBoolean running, Alternating.Work work)
            throws IOException, InterruptedException {
        running.set(true);
        Future<?> asking = probe.submit(() -> {
            Actor actor = new Actor.Scheduler();
            while (running.get()) {
                long begun = System.nanoTime();
                Covered covered = ledger.await(ledger.appendCommitted(actor, new Looked(0)), PATIENCE);
                reader.proofFile(covered.leafIndex(), covered.treeSize());
                proofs.recordValue((System.nanoTime() - begun) / 1_000);
            }
        });
        double measured = work.measure();
        running.set(false);
        finish(asking);
        return measured;
    }

    /** Everything the ledger stores, indexes included, divided by the number of entries. */
    private long bytesAnEntry() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select sum(pg_total_relation_size(c.oid))::bigint / "
                        + "(select greatest(count(*), 1) from ledger_entry) from pg_class c "
                        + "where c.relkind = 'r' and c.relname like 'ledger\\_%'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
