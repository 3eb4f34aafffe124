package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.cli.bench.BenchResult.Better;
import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.ledger.LedgerSettings;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.ExtractDesk;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The load of {@link ExtractBench}, run inside the started service: the rights desk itself, without HTTP and gate. */
public class ExtractLoad implements QuarkusApplication {

    private static final long DEFAULT_ENTRIES = 1_000_000;
    private static final double REACH_SECONDS = 5;

    /** What the design's figure is about. */
    private record Setting(BenchOptions options, EmbeddedDatabase database) {}

    private static final AtomicReference<@Nullable Setting> SETTING = new AtomicReference<>();
    private static final List<BenchResult> RESULTS = new CopyOnWriteArrayList<>();

    private final ExtractDesk desk;
    private final Subjects subjects;
    private final LedgerSettings settings;
    private final DataSource source;
    private final Actor actor = new Actor.DataProtectionOfficer(new ActorName("bench"), MunicipalityCode.SYNTHETIC);

    /** Measures this service. */
    public ExtractLoad(ExtractDesk desk, Subjects subjects, LedgerSettings settings, DataSource source) {
        this.desk = desk;
        this.subjects = subjects;
        this.settings = settings;
        this.source = source;
    }

    static void prepare(BenchOptions options, EmbeddedDatabase database) {
        SETTING.set(new Setting(options, database));
        RESULTS.clear();
    }

    static List<BenchResult> results() {
        return List.copyOf(RESULTS);
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        Setting setting = SETTING.get();
        if (setting == null) {
            return 1;
        }
        long entries = setting.options().entries().orElse(DEFAULT_ENTRIES);
        Pseudonym child = Pseudonym.of(new byte[Pseudonym.LENGTH]);
        byte[] lookup = subjects.lookup(MunicipalityCode.SYNTHETIC.value(), child.bytes());
        setting.options().tell("extract: loading " + entries + " entries");
        new ExtractData(entries, lookup).load(setting.database(), settings.keys(), settings.origin());
        setting.options().tell("extract: measuring, " + Alternating.TURNS + " turns");
        Alternating figures =
                Alternating.measure(Alternating.seconds(() -> extract(child)), Alternating.seconds(() -> read(lookup)));
        RESULTS.add(BenchResult.alone(
                "extract",
                figures.subjectMedian(),
                "s",
                Better.LOWER,
                REACH_SECONDS,
                Map.of(
                        "entries",
                        entries,
                        "of_the_child",
                        ExtractData.EACH,
                        "bare_read_seconds",
                        figures.baselineMedian(),
                        "ratio_to_bare_read",
                        figures.subjectMedian() / figures.baselineMedian(),
                        "seconds",
                        figures.subject())));
        return 0;
    }

    /** All that a person at the desk waits for: the draft, its decisions, the release. */
    private void extract(Pseudonym child) {
        Extract.Draft draft = desk.prepare(actor, child.text(), "S-2026-17");
        if (draft.items().size() < ExtractData.EACH / 2) {
            throw new IllegalStateException("the extract lacks entries of the child");
        }
        String id = draft.extract().id().toString();
        desk.decide(
                actor,
                id,
                IntStream.rangeClosed(1, draft.items().size())
                        .boxed()
                        .collect(Collectors.toMap(number -> number, _ -> ExtractDesk.GIVEN)));
        desk.release(actor, id);
    }

    private void read(byte[] lookup) throws IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select e.leaf_index, e.bytes from ledger_subject s"
                                + " join ledger_entry e using (append_id) where s.lookup = ?")) {
            select.setBytes(1, lookup);
            try (ResultSet rows = select.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count += rows.getBytes(2).length > 0 ? 1 : 0;
                }
                if (count == 0) {
                    throw new IllegalStateException("the bare read found nothing");
                }
            }
        } catch (SQLException failure) {
            throw new IOException("the bare read failed", failure);
        }
    }
}
