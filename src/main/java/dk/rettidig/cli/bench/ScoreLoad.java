package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.cli.bench.BenchResult.Better;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunDesk;
import dk.rettidig.flag.RunModels;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The load of {@link ScoreBench}, run inside the started service: the real gate, ledger, lot and lease. */
public class ScoreLoad implements QuarkusApplication {

    /** So many that the default ends within a minute on two cores; the design's figure is 1,160,000. */
    private static final long CHILDREN = 100_000;

    private static final int FETCH_ROWS = 10_000;
    private static final double REACH = 1.5;
    private static final ModelRef MODEL = new ModelRef("scorecard", "1.2.0");
    private static final Actor LEADER =
            new Actor.TeamLeader(new ActorName("capacity-test"), MunicipalityCode.SYNTHETIC);

    private static final AtomicReference<@Nullable BenchOptions> OPTIONS = new AtomicReference<>();
    private static final AtomicReference<@Nullable EmbeddedDatabase> DATABASE = new AtomicReference<>();
    private static final List<BenchResult> RESULTS = new CopyOnWriteArrayList<>();

    private final RunDesk desk;
    private final Runs runs;
    private final RunModels models;
    private final IndicatorCatalogue catalogue;
    private final DataSource source;
    private final Clock clock;

    /** Measures this service. */
    public ScoreLoad(
            RunDesk desk, Runs runs, RunModels models, IndicatorCatalogue catalogue, DataSource source, Clock clock) {
        this.desk = desk;
        this.runs = runs;
        this.models = models;
        this.catalogue = catalogue;
        this.source = source;
        this.clock = clock;
    }

    static void prepare(BenchOptions options, EmbeddedDatabase database) {
        OPTIONS.set(options);
        DATABASE.set(database);
        RESULTS.clear();
    }

    static List<BenchResult> results() {
        return List.copyOf(RESULTS);
    }

    @Override
    public int run(String... arguments)
            throws IOException, InterruptedException, SQLException, ModelIntegrityException {
        BenchOptions options = OPTIONS.get();
        EmbeddedDatabase database = DATABASE.get();
        if (options == null || database == null) {
            return 1;
        }
        LocalDate today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        ReleasedModel model = models.find(MODEL).orElseThrow();
        long children = options.children().orElse(CHILDREN);
        options.tell("loading " + children + " children with " + ScoreData.INDICATORS + " indicators each");
        new ScoreData(model, catalogue, today).load(database, children);
        String codes = model.features().stream()
                .map(feature -> String.valueOf(
                        catalogue.find(feature.indicator()).orElseThrow().code()))
                .collect(Collectors.joining(", "));
        options.tell("five turns of select and run");
        Alternating measured = Alternating.measure(
                Alternating.seconds(() -> runOnce(today)), Alternating.seconds(() -> select(codes)));
        report(measured, children, select(codes), model.features().size());
        return 0;
    }

    private void runOnce(LocalDate today) {
        desk.startAndWait(
                LEADER,
                new RunRequest(
                        MunicipalityCode.SYNTHETIC,
                        new BasisId("lb.demo.population"),
                        Phase.DEMO,
                        ScopeKind.POPULATION,
                        MODEL,
                        Set.of(),
                        today));
    }

    /** The same observations under the same row-level security, fetched and dropped; the dates are not even decoded. */
    private long select(String codes) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement name = connection.createStatement()) {
                name.execute("select set_config('rettidig.municipality', '999', true)");
            }
            long rows = stream(connection, codes);
            connection.commit();
            connection.setAutoCommit(true);
            return rows;
        } catch (SQLException failure) {
            throw new IOException("the baseline failed", failure);
        }
    }

    private static long stream(Connection connection, String codes) throws SQLException {
        String sql = "select pseudonym, indicator, period_from, period_to, value, known_at, retracted from observation "
                + "where municipality = 999 and indicator in (" + codes + ") and known_at <= now()";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_ROWS);
            long rows = 0;
            long dropped = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    dropped += row.getBytes(1).length + row.getShort(2) + Double.doubleToRawLongBits(row.getDouble(5));
                    rows++;
                }
            }
            return dropped == 0 ? 0 : rows;
        }
    }

    private void report(Alternating measured, long children, long rows, int indicators) {
        Run last = runs.list(MunicipalityCode.SYNTHETIC, Optional.empty(), 1).getFirst();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("note", "kapacitetstest på syntetiske data; ingen hjemmel fundet til en sådan beregning");
        detail.put("children", children);
        detail.put("rows_stored", children * ScoreData.INDICATORS);
        detail.put("rows_read_by_both", rows);
        detail.put("features", indicators);
        detail.put("run_seconds", measured.subject());
        detail.put("select_seconds", measured.baseline());
        detail.put("peak_heap_mb", peakHeapMegabytes());
        if (last.state() instanceof RunState.Finished finished) {
            detail.put("scored", finished.counts().scored());
            detail.put("abstained", finished.counts().abstained());
            detail.put("above_threshold", finished.counts().above());
            detail.put("flagged", finished.counts().flagged());
            detail.put("unmet_need", finished.counts().unmet());
        }
        RESULTS.add(BenchResult.against(
                "score", measured.subjectMedian(), measured.baselineMedian(), "s", Better.LOWER, REACH, detail));
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(java.lang.management.MemoryUsage::getUsed)
                        .sum()
                / (1024 * 1024);
    }
}
