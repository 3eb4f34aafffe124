package dk.rettidig.conversion;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.pseudonym.PseudonymDomain;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The holder of the vault of a municipality, 999 where nothing else is said, with a key that two people registered, and the conversions it sends. */
public final class VaultSender {

    public static final PseudonymDomain FIRST = PseudonymDomain.parse("999.child_support.1");

    public final SigningKey key;
    private final MunicipalityCode municipality;

    private VaultSender() {
        this(SigningKey.generate(new SecureRandom()), MunicipalityCode.SYNTHETIC);
    }

    private VaultSender(SigningKey key, MunicipalityCode municipality) {
        this.key = key;
        this.municipality = municipality;
    }

    /** A holder whose key is registered directly in the database. */
    public static VaultSender registered() throws SQLException {
        VaultSender vault = new VaultSender();
        vault.register("vault");
        return vault;
    }

    /** The same of another municipality. */
    public static VaultSender of(MunicipalityCode municipality) throws SQLException {
        VaultSender vault = new VaultSender(SigningKey.generate(new SecureRandom()), municipality);
        vault.register("vault");
        return vault;
    }

    /** The same with a key that lies in a file. */
    public static VaultSender registered(SigningKey key) throws SQLException {
        VaultSender vault = new VaultSender(key, MunicipalityCode.SYNTHETIC);
        vault.register("vault");
        return vault;
    }

    /** A holder whose key nobody registered. */
    static VaultSender fresh() {
        return new VaultSender();
    }

    /** Somebody else with a registered key. */
    static VaultSender called(String registry) throws SQLException {
        VaultSender other = new VaultSender();
        other.register(registry);
        return other;
    }

    private void register(String registry) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                                + " proposed_at, approved_by, approved_at) values (?, " + municipality.value()
                                + ", ?, ?, 'approved', 'a', now(),"
                                + " 'b', now())")) {
            insert.setString(1, key.id().value());
            insert.setString(2, registry);
            insert.setBytes(3, key.verifyingKey().encoded());
            insert.executeUpdate();
        }
    }

    /** Municipality 999 as before any delivery, run or conversion; what other tests left under way has ended. */
    public static void clear() throws SQLException {
        sql("update delivery set state = 'aborted', ended_at = now() where state = 'running'");
        sql(
                "truncate run, run_progress, run_count, run_abstention, run_salt, run_lot, run_membership, flag, flag_fact, flag_strength,"
                        + " scope, observation, notification, child_link, follow_up, handover, case_record, case_finding, case_check, case_month,"
                        + " guideline_version, guideline_answer, supervision_round,"
                        + " pseudonym_epoch, pseudonym_conversion, former_pseudonym,"
                        + " source_pair, erasure_request cascade");
    }

    static void sql(String statement) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** The first number of a query, as superuser. */
    public static long number(String query) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement run = connection.createStatement();
                ResultSet row = run.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser();
                Statement run = connection.createStatement();
                ResultSet rows = run.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** One line: two texts of 43 characters. */
    public static String pair(String from, String to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}\n";
    }

    public static String lines(String... lines) {
        return Arrays.stream(lines).collect(Collectors.joining());
    }

    ConversionNote note(ConversionKind kind, PseudonymDomain from, PseudonymDomain to, String body) {
        return new ConversionNote(
                RegistryId.VAULT,
                new NoteId("c-" + letters()),
                municipality,
                kind,
                from,
                to,
                (int) Math.max(1, body.lines().count()),
                digest(body),
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .map(c -> c == '-' ? 'x' : 'a' + c % 16)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    public Response rotate(PseudonymDomain from, String body) {
        return post(note(ConversionKind.ROTATION, from, from.next(), body), body);
    }

    /** What a source calls children, and what they are called here. */
    public Response source(String source, String body) {
        PseudonymDomain domain = PseudonymDomain.parse("999.child_support." + source + ".1");
        return post(note(ConversionKind.SOURCE, domain, FIRST, body), body);
    }

    public Response merge(PseudonymDomain domain, String body) {
        return post(note(ConversionKind.MERGE, domain, domain, body), body);
    }

    public Response move(PseudonymDomain from, PseudonymDomain to, String body) {
        return post(note(ConversionKind.MOVE, from, to, body), body);
    }

    Response post(ConversionNote note, String body) {
        return post(note.signedWith(key), body.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    }

    static Response post(String note, byte[] body, String contentType) {
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));
        return RestAssured.given()
                .header(ConversionNote.HEADER, note)
                .contentType(contentType)
                .accept("application/json")
                .body(body)
                .post("/api/v1/pseudonym-conversions");
    }

    static Digest digest(String body) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
