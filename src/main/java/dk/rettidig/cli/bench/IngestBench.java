package dk.rettidig.cli.bench;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * {@code ingest} and {@code ingest_dirty}: rows over HTTP from signature to receipt, keys in random order, held against a
 * binary COPY of the same rows, in delivery order, into an empty table with the same key.
 */
public final class IngestBench implements Benchmark {

    /** Half of the design's million: below that the wait for the covering checkpoint weighs more than the rows. */
    private static final long DEFAULT_ROWS = 500_000;

    private static final double REACH = 0.8;

    private static final double REACH_DIRTY = 0.45;
    private static final String REGISTRY = "bench-999";
    private static final String FEED = "bench-ingest-999";

    private final Clock clock = Clock.systemUTC();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final IngestRows source =
            new IngestRows(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "Observations over HTTP, signature to receipt, against a binary COPY of the same rows.";
    }

    @Override
    public List<BenchResult> run(BenchOptions options) throws IOException, InterruptedException {
        long rows = options.rows().orElse(DEFAULT_ROWS);
        Path home = Files.createTempDirectory("rettidig-bench");
        options.tell("making " + rows + " rows");
        Path binary = home.resolve("rows.bin");
        source.writeBinary(binary, rows);
        Path clean = home.resolve("rows.ndjson");
        Digest cleanDigest = source.writeNdjson(clean, rows, false);
        Path dirty = home.resolve("dirty.ndjson");
        Digest dirtyDigest = source.writeNdjson(dirty, rows, true);
        try (BenchService service = BenchService.start(home);
                Connection superuser = service.database().superuser()) {
            register(superuser);
            deliver(service, superuser, clean, cleanDigest, rows);
            options.tell("ingest");
            BenchResult ingest = measure("ingest", service, superuser, binary, clean, cleanDigest, rows, REACH);
            options.tell("ingest_dirty");
            return List.of(
                    ingest, measure("ingest_dirty", service, superuser, binary, dirty, dirtyDigest, rows, REACH_DIRTY));
        } catch (SQLException failure) {
            throw new IOException("the benchmark's database failed", failure);
        } finally {
            for (Path file : List.of(binary, clean, dirty)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private BenchResult measure(
            String name,
            BenchService service,
            Connection superuser,
            Path binary,
            Path body,
            Digest digest,
            long rows,
            double reach)
            throws IOException, InterruptedException {
        Alternating turns = Alternating.measure(
                () -> rows / deliver(service, superuser, body, digest, rows), () -> rows / copy(superuser, binary));
        return BenchResult.against(
                name,
                turns.subjectMedian(),
                turns.baselineMedian(),
                "rows/s",
                BenchResult.Better.HIGHER,
                reach,
                Map.of(
                        "rows", rows,
                        "bytes", Files.size(body),
                        "heap_mb", 512L,
                        "subject", turns.subject(),
                        "baseline", turns.baseline()));
    }

    /** Seconds from signature to receipt. */
    private double deliver(BenchService service, Connection superuser, Path body, Digest digest, long rows)
            throws IOException, InterruptedException {
        execute(superuser, "truncate observation_m999");
        execute(superuser, "checkpoint");
        long size = Files.size(body);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(service.address().resolve("/api/v1/feeds/" + FEED + "/deliveries"))
                            .header(DeliveryNote.HEADER, note(digest, rows).signedWith(key))
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofFile(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (answer.statusCode() != 200) {
                throw new IOException("a delivery of " + size + " bytes was answered with " + answer.statusCode() + " "
                        + answer.body());
            }
            return seconds;
        }
    }

    private DeliveryNote note(Digest digest, long rows) {
        return new DeliveryNote(
                new RegistryId(REGISTRY),
                new NoteId("turn-" + Long.toString(System.nanoTime(), 36)),
                new FeedId(FEED),
                MunicipalityCode.SYNTHETIC,
                new Period(source.from(), source.to()),
                Set.of(new IndicatorId("SCH_ABS_UNL")),
                rows,
                DeliveryMode.DELTA,
                digest,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Seconds of a plain COPY in one transaction. */
    private static double copy(Connection superuser, Path binary) throws IOException {
        execute(superuser, "drop table if exists bench_plain");
        execute(
                superuser,
                "create table bench_plain (municipality smallint not null, pseudonym bytea not null,"
                        + " indicator smallint not null, period_from date not null, period_to date not null,"
                        + " known_at timestamptz not null, value double precision not null, retracted boolean not null,"
                        + " delivery bigint not null,"
                        + " primary key (municipality, pseudonym, indicator, period_from, period_to, known_at))");
        execute(superuser, "checkpoint");
        try (InputStream rows = Files.newInputStream(binary)) {
            long start = System.nanoTime();
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_plain from stdin (format binary)", rows, 1 << 16);
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException failure) {
            throw new IOException("COPY failed", failure);
        }
    }

    /** The bench's own key and agreement, as two people would have registered them. */
    private void register(Connection superuser) throws SQLException {
        try (PreparedStatement insert = superuser.prepareStatement(
                "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by, proposed_at,"
                        + " approved_by, approved_at) values (?, 999, ?, ?, 'approved', 'bench', now(), 'bench-2',"
                        + " now())")) {
            insert.setString(1, key.id().value());
            insert.setString(2, REGISTRY);
            insert.setBytes(3, key.verifyingKey().encoded());
            insert.executeUpdate();
        }
        execute(
                superuser,
                "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                        + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at,"
                        + " approved_by, approved_at) values ('" + FEED + "', 999, '" + REGISTRY
                        + "', 'school', '{SCH_ABS_UNL}', 'lb.demo.population', 'demo', 'population', true, ',', '.',"
                        + " 400, 'approved', 'bench', now(), 'bench-2', now())");
    }

    private static void execute(Connection superuser, String sql) {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("the benchmark's own statement works", failure);
        }
    }
}
