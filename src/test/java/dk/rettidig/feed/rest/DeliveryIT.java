package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Observations;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DeliveryIT {

    @Inject
    Observations observations;

    @BeforeEach
    void sendBytesAsTheyAre() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.TEXT));
    }

    @Test
    void answersWithAReceiptThatCountsAndIsCovered() throws SQLException {
        Sender school = Sender.school();
        String body = school.row(1, "\"value\":0.1") + school.row(1, "\"value\":0.1") + school.row(2, "\"value\":7");

        Response answer = school.send(body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getLong("rows.valid")).isEqualTo(1);
        assertThat(answer.jsonPath().getLong("rows.repeated")).isEqualTo(1);
        assertThat(answer.jsonPath().getLong("rows.quarantined")).isEqualTo(1);
        assertThat(answer.jsonPath().getString("quarantine.rows[0].code")).isEqualTo("feed_row_value_out_of_range");
        assertThat(answer.jsonPath().getLong("quarantine.rows[0].line")).isEqualTo(3);
        assertThat(answer.jsonPath().getLong("entry.leaf_index"))
                .isLessThan(answer.jsonPath().getLong("entry.tree_size"));
        assertThat(answer.jsonPath().getString("checkpoint")).contains("\n\n\u2014 ");
        assertThat(answer.jsonPath().getString("sha256"))
                .isEqualTo(Sender.digest(body.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void keepsRowsOfChildrenInScopeOnlyAndTellsNobody() throws SQLException {
        Sender scope = Sender.notifications();
        Sender school = Sender.school();
        assertThat(scope.send(Sender.scopeRow(10, "\"value\":1")).statusCode()).isEqualTo(200);

        Response inScope = school.send(school.row(10, "\"value\":0.5"));
        Response outOfScope = school.send(school.row(11, "\"value\":0.5"));

        assertThat(stored(10)).containsExactly("201 0.5 false");
        assertThat(stored(11)).isEmpty();
        assertThat(outOfScope.statusCode()).isEqualTo(inScope.statusCode());
        assertThat(withoutIds(outOfScope)).isEqualTo(withoutIds(inScope));
        assertThat(names(outOfScope)).isEqualTo(names(inScope));
    }

    private static String withoutIds(Response answer) {
        return answer.asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\"sha256\":\"[0-9a-f]{64}\"", "SHA")
                .replaceAll("\"leaf_index\":[0-9]+,\"tree_size\":[0-9]+", "ENTRY")
                .replaceAll("\"checkpoint\":\".*\"", "CHECKPOINT");
    }

    private static Set<String> names(Response answer) {
        return answer.headers().asList().stream()
                .map(header -> header.getName())
                .collect(Collectors.toSet());
    }

    @Test
    void takesCorrectionsRetractionsAndRedeliveredWindows() throws SQLException {
        Sender scope = Sender.notifications();
        Sender school = Sender.school();
        scope.send(Sender.scopeRow(20, "\"value\":1"));
        String first = school.row(20, "\"value\":0.1,\"known_at\":\"2026-01-01T00:00:00Z\"");
        school.send(first);

        Response again = school.send(first + school.row(20, "\"value\":0.2,\"known_at\":\"2026-01-02T00:00:00Z\""));
        school.send(school.row(20, "\"op\":\"retract\",\"known_at\":\"2026-01-03T00:00:00Z\""));

        assertThat(again.jsonPath().getLong("rows.valid")).isEqualTo(2);
        assertThat(stored(20)).containsExactly("201 0.1 false", "201 0.2 false", "201 0.0 true");
    }

    @Test
    void retractsInEffectWhatAFullDeliveryNoLongerHas() throws SQLException {
        Sender scope = Sender.notifications();
        Sender school = Sender.school();
        scope.send(Sender.scopeRow(30, "\"value\":1") + Sender.scopeRow(31, "\"value\":1"));
        String known = ",\"known_at\":\"2026-01-01T00:00:00Z\"";
        byte[] both = (school.row(30, "\"value\":0.1" + known) + school.row(31, "\"value\":0.2" + known))
                .getBytes(StandardCharsets.UTF_8);
        byte[] one = school.row(30, "\"value\":0.1" + known).getBytes(StandardCharsets.UTF_8);

        school.post(school.note("full-1", both, 2, DeliveryMode.FULL).signedWith(school.key), both);
        school.post(school.note("delta-1", one, 1, DeliveryMode.DELTA).signedWith(school.key), one);
        assertThat(stored(31)).containsExactly("201 0.2 false");
        school.post(school.note("full-2", one, 1, DeliveryMode.FULL).signedWith(school.key), one);

        assertThat(stored(30)).containsExactly("201 0.1 false");
        assertThat(stored(31)).containsExactly("201 0.2 false", "201 0.0 true");
    }

    private List<String> stored(int child) {
        byte[] pseudonym = Base64.getUrlDecoder().decode(Sender.pseudonym(child));
        List<String> found = new ArrayList<>();
        observations.stream(
                MunicipalityCode.SYNTHETIC,
                Set.of((short) 201, (short) 101),
                Instant.parse("2100-01-01T00:00:00Z"),
                (buffer, at, indicator, from, to, knownAt, value, retracted) -> {
                    if (java.util.Arrays.equals(buffer, at, at + 32, pseudonym, 0, 32)) {
                        found.add(knownAt + ":" + indicator + " " + value + " " + retracted);
                    }
                });
        return found.stream()
                .sorted()
                .map(text -> text.substring(text.indexOf(':') + 1))
                .toList();
    }

    @Test
    void givesTheSameReceiptForTheSameNoteAndRefusesAnotherBodyUnderItsId() throws SQLException {
        Sender school = Sender.school();
        byte[] wire = school.row(40, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
        byte[] other = school.row(40, "\"value\":0.2").getBytes(StandardCharsets.UTF_8);
        String note = school.note("same", wire, 1, DeliveryMode.DELTA).signedWith(school.key);

        Response first = school.post(note, wire);
        Response second = school.post(note, wire);
        Response conflict =
                school.post(school.note("same", other, 1, DeliveryMode.DELTA).signedWith(school.key), other);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.jsonPath().getString("code")).isEqualTo("delivery_digest_conflict");
    }

    @Test
    void countsOnceWhenTheSameNoteArrivesManyTimesAtOnce() throws SQLException {
        Sender school = Sender.school();
        byte[] wire = IntStream.range(0, 2_000)
                .mapToObj(child -> school.row(child, "\"value\":0.1"))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        String note = school.note("parallel", wire, 2_000, DeliveryMode.DELTA).signedWith(school.key);

        List<Integer> statuses;
        // Threads of our own: those of the common pool know another class loader.
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> school.post(note, wire).statusCode(), senders))
                    .toList();
            statuses = answers.stream().map(CompletableFuture::join).toList();
        }

        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409 || status == 503);
        assertThat(count("select count(*) from delivery where jti = 'parallel' and registry = '" + school.registry
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void refusesNotesThatNoApprovedKeySigned() throws SQLException {
        Sender school = Sender.school();
        byte[] wire = school.row(50, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
        DeliveryNote note = school.note(wire, 1);
        String good = note.signedWith(school.key);
        String stranger = note.signedWith(SigningKey.generate(new SecureRandom()));
        String tampered = good.substring(0, good.length() - 3) + (good.endsWith("AAA") ? "BBB" : "AAA");
        String otherType = Jws.sign(school.key, "checkpoint", "{}".getBytes(StandardCharsets.UTF_8));

        for (String bad : List.of(stranger, tampered, otherType, "x", "a.b.c", "..")) {
            Response answer = school.post(bad, wire);
            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("feed_note_unverified");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Rettidig-Delivery-Note alg=\"EdDSA\"");
        }
        assertThat(school.post("", wire).jsonPath().getString("code")).isEqualTo("feed_note_missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rows\":1|\"rows\":1,\"rows\":1|feed_note_malformed|422",
                "\"rows\":1|\"rows\":\"1\"|feed_note_malformed|422",
                "\"rows\":1|\"rows\":1,\"extra\":1|feed_note_malformed|422",
                "\"mode\":\"delta\"|\"mode\":\"all\"|feed_note_malformed|422",
                "\"mode\":\"delta\",||feed_note_malformed|422",
                "\"jti\":\"d1\"|\"jti\":\"3102901234\"|feed_cpr_number_found|422",
                "\"jti\":\"d1\"|\"jti\":\"310290-1234\"|feed_cpr_number_found|422",
                "\"municipality\":\"999\"|\"municipality\":\"101\"|feed_note_mismatch|422",
                "\"feed\":\"|\"feed\":\"x|feed_note_mismatch|422",
                "\"iss\":\"|\"iss\":\"x|feed_note_mismatch|422",
                "\"SCH_ABS_UNL\"|\"SCH_ABS_UNL\",\"CHILD_DENT_NS\"|gate_refused|403",
                "\"SCH_ABS_UNL\"|\"ETHNICITY\"|gate_refused|403",
                "\"iat\":1|\"iat\":2|feed_note_expired|401"
            })
    void saysWhatIsWrongWithANote(String part, String replacement, String code, int status) throws SQLException {
        Sender school = Sender.school();
        byte[] wire = school.row(51, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
        String signed = school.note(wire, 1).signedWith(school.key);
        String payload = signed.substring(signed.indexOf('.') + 1, signed.lastIndexOf('.'));
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        String changed =
                claims.replaceFirst(java.util.regex.Pattern.quote(part), replacement == null ? "" : replacement);
        assertThat(changed).isNotEqualTo(claims);

        Response answer =
                school.post(Jws.sign(school.key, DeliveryNote.TYPE, changed.getBytes(StandardCharsets.UTF_8)), wire);

        assertThat(answer.jsonPath().getString("code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void rejectsBodiesThatAreNotWhatWasSignedFor() throws Exception {
        Sender school = Sender.school();
        byte[] wire = school.row(52, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
        byte[] tampered = school.row(52, "\"value\":0.2").getBytes(StandardCharsets.UTF_8);
        byte[] zipped = gzip(wire);
        byte[] cut = java.util.Arrays.copyOf(zipped, zipped.length - 4);
        Map<String, String> gzip = Map.of("Content-Encoding", "gzip");

        assertThat(code(school.post(school.note(wire, 1).signedWith(school.key), tampered)))
                .isEqualTo("422 feed_digest_mismatch");
        assertThat(code(school.post(school.note(wire, 2).signedWith(school.key), wire)))
                .isEqualTo("422 feed_row_count_mismatch");
        assertThat(code(school.post(school.note(cut, 1).signedWith(school.key), cut, "application/x-ndjson", gzip)))
                .isEqualTo("422 feed_gzip_broken");
        assertThat(school.post(school.note(zipped, 1).signedWith(school.key), zipped, "application/x-ndjson", gzip)
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(school.post(school.note(wire, 1).signedWith(school.key), wire, "application/json", Map.of())))
                .isEqualTo("415 feed_media_type_unsupported");
        assertThat(code(school.post(
                        school.note(wire, 1).signedWith(school.key),
                        wire,
                        "application/x-ndjson",
                        Map.of("Content-Encoding", "br"))))
                .isEqualTo("415 feed_content_encoding_unsupported");
    }

    @Test
    void answersAWindowsFileWithItsLineAndTheConversion() throws SQLException {
        Sender school = Sender.registered("school", "notified", "lb.demo.notified", ';', "SCH_ABS_UNL");
        byte[] wire = "pseudonym;indicator;period_from;period_to;value\r\n\r\nkøn;;;;\r\n"
                .getBytes(Charset.forName("windows-1252"));

        Response answer = school.post(school.note(wire, 1).signedWith(school.key), wire, "text/csv", Map.of());

        assertThat(code(answer)).isEqualTo("422 feed_not_utf8");
        assertThat(answer.jsonPath().getLong("line")).isEqualTo(3);
        assertThat(answer.jsonPath().getString("title_da")).contains("iconv -f WINDOWS-1252 -t UTF-8");
    }

    @Test
    void takesDanishCsv() throws SQLException {
        Sender school = Sender.registered("school", "notified", "lb.demo.notified", ';', "SCH_ABS_UNL");
        String to = Sender.today().minusDays(5).toString();
        byte[] wire = ("\uFEFFindicator;pseudonym;value;period_from;period_to\r\nSCH_ABS_UNL;" + Sender.pseudonym(60)
                        + ";\"0,25\";" + to + ";" + to + "\r\n")
                .getBytes(StandardCharsets.UTF_8);

        Response answer =
                school.post(school.note(wire, 1).signedWith(school.key), wire, "text/csv; charset=UTF-8", Map.of());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getLong("rows.valid")).isEqualTo(1);
    }

    @Test
    void storesAndLogsNothingOfADeliveryWithACprNumber() throws Exception {
        Sender school = Sender.school();
        String hidden = "2706" + "99" + "4321";

        Response answer = school.send(
                school.row(70, "\"value\":0.1") + school.row(71, "\"value\":0.1,\"navn\":\"" + hidden + "\""));

        assertThat(code(answer)).isEqualTo("422 feed_cpr_number_found");
        assertThat(answer.jsonPath().getLong("line")).isEqualTo(2);
        assertThat(answer.asString()).doesNotContain(hidden);
        assertThat(stored(70)).isEmpty();
        assertThat(count("select count(*) from delivery where state = 'rejected' and registry = '" + school.registry
                        + "'"))
                .isEqualTo(1);
        assertThat(filesWith(hidden)).isEmpty();
        assertThat(filesWith(school.registry))
                .as("the search finds what is there")
                .isNotEmpty();
    }

    /** Files of the database cluster, its write-ahead log included, that hold the text. */
    private static List<String> filesWith(String text) throws SQLException, IOException {
        java.nio.file.Path directory;
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection.createStatement().executeQuery("show data_directory")) {
            row.next();
            directory = java.nio.file.Path.of(row.getString(1));
            connection.createStatement().execute("checkpoint");
        }
        List<String> found = new ArrayList<>();
        try (java.util.stream.Stream<java.nio.file.Path> files = java.nio.file.Files.walk(directory)) {
            for (java.nio.file.Path file :
                    files.filter(java.nio.file.Files::isRegularFile).toList()) {
                String content = new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(text)) {
                    found.add(directory.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void countsNothingWhenTheConnectionIsCutAndTakesTheSameNoteAgain() throws Exception {
        Sender school = Sender.school();
        byte[] wire = school.row(80, "\"value\":0.1").repeat(50).getBytes(StandardCharsets.UTF_8);
        String note = school.note("cut", wire, 50, DeliveryMode.DELTA).signedWith(school.key);
        URI base = URI.create(RestAssured.baseURI);
        try (Socket socket = new Socket(base.getHost(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/feeds/" + school.feed + "/deliveries HTTP/1.1\r\nHost: x\r\n"
                            + DeliveryNote.HEADER + ": " + note
                            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + wire.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(wire, 0, wire.length / 2);
            out.flush();
            waitFor("select count(*) from delivery where jti = 'cut' and state = 'running'");
        }
        waitFor("select count(*) from delivery where jti = 'cut' and state = 'aborted'");

        Response again = school.post(note, wire);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getLong("rows.repeated")).isEqualTo(49);
    }

    @Test
    void takesChunkedBodiesAfterExpectContinue() throws Exception {
        Sender school = Sender.school();
        byte[] wire = school.row(81, "\"value\":0.1").getBytes(StandardCharsets.UTF_8);
        String note = school.note(wire, 1).signedWith(school.key);
        URI base = URI.create(RestAssured.baseURI);
        try (Socket socket = new Socket(base.getHost(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/feeds/" + school.feed + "/deliveries HTTP/1.1\r\nHost: x\r\nRETTIDIG-DELIVERY-NOTE: "
                                    + note + "\r\ncontent-type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                                    + "Expect: 100-continue\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String first = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            out.write((Integer.toHexString(wire.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(wire);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(first).isEqualTo("HTTP/1.1 100");
            assertThat(rest).contains("HTTP/1.1 200").contains("\"valid\":1");
        }
    }

    private static String code(Response answer) {
        return answer.statusCode() + " " + answer.jsonPath().getString("code");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
            gzip.write(plain);
        }
        return wire.toByteArray();
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void waitFor(String query) throws SQLException, InterruptedException {
        for (int tries = 0; tries < 100 && count(query) == 0; tries++) {
            Thread.sleep(100);
        }
        assertThat(count(query)).as(query).isEqualTo(1);
    }
}
