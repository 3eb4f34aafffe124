package dk.rettidig.feed.rest;

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
import dk.rettidig.testing.RealDatabase;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A registry with its key and one feed, registered directly in the database, and the deliveries it sends. */
public final class Sender {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final NoteTimes TIMES = new NoteTimes(Clock.systemUTC());

    public final SigningKey key;
    public final String registry;
    public final String feed;
    private final Set<IndicatorId> indicators;
    private int sent;
    private boolean underOtherNames;

    private Sender(SigningKey key, String registry, String feed, Set<IndicatorId> indicators) {
        this.key = key;
        this.registry = registry;
        this.feed = feed;
        this.indicators = indicators;
    }

    public static Sender registered(String sourceKind, String scope, String basis, char delimiter, String... indicators)
            throws SQLException {
        SigningKey fresh = SigningKey.generate(new SecureRandom());
        return registered(fresh, sourceKind, scope, basis, delimiter, indicators);
    }

    private static Sender registered(
            SigningKey key, String sourceKind, String scope, String basis, char delimiter, String... indicators)
            throws SQLException {
        int number = NUMBERS.incrementAndGet();
        Sender sender = new Sender(
                key,
                "reg-" + number,
                "feed-" + number,
                Arrays.stream(indicators).map(IndicatorId::new).collect(Collectors.toSet()));
        try (Connection connection = RealDatabase.database().superuser()) {
            execute(
                    connection,
                    "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                            + " proposed_at, approved_by, approved_at) values (?, 999, ?, ?, 'approved', 'a', now(), 'b',"
                            + " now())",
                    sender.key.id().value(),
                    sender.registry,
                    sender.key.verifyingKey().encoded());
            execute(
                    connection,
                    "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                            + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at,"
                            + " approved_by, approved_at) values (?, 999, ?, ?, ?, ?, 'demo', ?, true, ?, ?, 400,"
                            + " 'approved', 'a', now(), 'b', now())",
                    sender.feed,
                    sender.registry,
                    sourceKind,
                    connection.createArrayOf("text", indicators),
                    basis,
                    scope,
                    String.valueOf(delimiter),
                    delimiter == ';' ? "," : ".");
        }
        return sender;
    }

    /** RestAssured adds a charset and encodes texts itself unless told not to. */
    public static void sendBytesAsTheyAre() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT));
    }

    /** A school that delivers absence. */
    public static Sender school() throws SQLException {
        return registered("school", "notified", "lb.demo.notified", ',', "SCH_ABS_UNL");
    }

    /** A school that signs with this key. */
    public static Sender school(SigningKey key) throws SQLException {
        return registered(key, "school", "notified", "lb.demo.notified", ',', "SCH_ABS_UNL");
    }

    /** A school whose pseudonyms are in a domain of its own. */
    public static Sender school(String source) throws SQLException {
        Sender school = school();
        school.underOtherNames = true;
        try (Connection connection = RealDatabase.database().superuser()) {
            execute(
                    connection,
                    "insert into pseudonym_source (municipality, source, registry) values (999, ?, ?)"
                            + " on conflict (municipality, source) do update set registry = excluded.registry",
                    source,
                    school.registry);
            execute(connection, "update feed set domain_source = ? where id = ?", source, school.feed);
        }
        return school;
    }

    /** A notification register that fills scope. */
    public static Sender notifications() throws SQLException {
        return registered("notification-register", "notified", "lb.demo.notified", ',', "SCOPE_NOTIFIED");
    }

    /** The municipality's own intake, which delivers notifications. */
    public static Sender intake() throws SQLException {
        return registered("notification-register", "notified", "lb.demo.notified", ',', "NOTIFICATION_RECEIVED");
    }

    /** A notification that arrived; {@code rest} are further fields, each after a comma. */
    public static String notification(String called, String child, Instant received, String rest) {
        return "{\"notification\":\"" + called + "\",\"pseudonym\":\"" + child + "\",\"received_at\":\"" + received
                + "\",\"notifier\":\"N01\",\"causes\":[\"R03\"]" + rest + "}\n";
    }

    /** A notification register that tells how screenings ended. */
    public static Sender conclusions() throws SQLException {
        return registered("notification-register", "notified", "lb.demo.notified", ',', "ASSESSMENT_CONCLUDED");
    }

    /** A case system that fills scope with open cases. */
    public static Sender openCases() throws SQLException {
        return registered("case-system", "open-case", "lb.demo.case", ',', "SCOPE_CASE");
    }

    /** A case system that delivers every kind of event of open cases. */
    public static Sender caseSystem() throws SQLException {
        return registered(
                "case-system",
                "open-case",
                "lb.demo.case",
                ',',
                "CASE_AWARE",
                "CASE_SCREENING",
                "CASE_ASSESSMENT_STARTED",
                "CASE_ASSESSMENT_PRELIMINARY",
                "CASE_ASSESSMENT_DONE",
                "CASE_DECISION",
                "CASE_MEASURE_STARTED",
                "CASE_MEASURE_ENDED",
                "CASE_PLACED",
                "CASE_PLACEMENT_ENDED",
                "CASE_PLAN",
                "CASE_FOLLOWUP",
                "CASE_TALK",
                "CASE_PARTY",
                "CASE_AGE",
                "CASE_UNIT");
    }

    /** Any registry of children in scope; its notes may reach years back. */
    public static Sender delivering(String sourceKind, String... indicators) throws SQLException {
        Sender sender = registered(sourceKind, "notified", "lb.demo.notified", ',', indicators);
        try (Connection connection = RealDatabase.database().superuser()) {
            execute(connection, "update feed set maximum_age_days = 3000 where id = ?", sender.feed);
        }
        return sender;
    }

    /** Delivers these lines, whose periods lie within so many days before today. */
    public Response send(String body, int daysBack) {
        byte[] wire = body.getBytes(StandardCharsets.UTF_8);
        DeliveryNote usual = note(wire, body.lines().count());
        DeliveryNote note = new DeliveryNote(
                usual.registry(),
                usual.id(),
                usual.feed(),
                usual.municipality(),
                new Period(today().minusDays(daysBack), today()),
                usual.indicators(),
                usual.rows(),
                usual.mode(),
                usual.sha256(),
                usual.issuedAt());
        return post(note.signedWith(key), wire);
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    /** The Danish day, by which the service judges periods and scope. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    }

    public static String pseudonym(int number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = (byte) (number >>> (i % 4 * 8) ^ i * 37);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A line about a child. */
    public String row(int child, String rest) {
        LocalDate to = today().minusDays(10);
        return "{\"pseudonym\":\"" + pseudonym(child) + "\",\"indicator\":\""
                + indicators.iterator().next() + "\",\"period_from\":\"" + to.minusDays(89) + "\",\"period_to\":\"" + to
                + "\"," + rest + "}\n";
    }

    /** An interval of scope that began yesterday. */
    public static String scopeRow(int child, String rest) {
        return "{\"pseudonym\":\"" + pseudonym(child) + "\",\"indicator\":\"SCOPE_NOTIFIED\",\"period_from\":\""
                + today().minusDays(1) + "\",\"period_to\":\"" + today().plusDays(100) + "\"," + rest + "}\n";
    }

    /** How a screening ended. */
    public static String concludedRow(int child, LocalDate day, String rest) {
        return "{\"pseudonym\":\"" + pseudonym(child)
                + "\",\"indicator\":\"ASSESSMENT_CONCLUDED\",\"period_from\":\"" + day + "\",\"period_to\":\"" + day
                + "\"," + rest + "}\n";
    }

    /** The next note for these bytes. */
    public DeliveryNote note(byte[] wire, long rows) {
        return note("d" + ++sent, wire, rows, DeliveryMode.DELTA);
    }

    public DeliveryNote note(String id, byte[] wire, long rows, DeliveryMode mode) {
        return new DeliveryNote(
                new RegistryId(registry),
                new NoteId(id),
                new FeedId(feed),
                MunicipalityCode.SYNTHETIC,
                new Period(today().minusDays(200), today().plusDays(30)),
                indicators,
                rows,
                mode,
                digest(wire),
                TIMES.next(wire, underOtherNames || mode == DeliveryMode.FULL));
    }

    /** Delivers these lines. */
    public Response send(String body) {
        byte[] wire = body.getBytes(StandardCharsets.UTF_8);
        return post(note(wire, body.lines().count()).signedWith(key), wire);
    }

    /** Sends these bytes with this note. */
    public Response post(String note, byte[] wire) {
        return post(note, wire, "application/x-ndjson", Map.of());
    }

    Response post(String note, byte[] wire, String contentType, Map<String, String> headers) {
        return RestAssured.given()
                .header("rettidig-DELIVERY-note", note)
                .headers(headers)
                .contentType(contentType)
                .body(wire)
                .post("/api/v1/feeds/" + feed + "/deliveries");
    }

    static Digest digest(byte[] wire) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(wire));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
