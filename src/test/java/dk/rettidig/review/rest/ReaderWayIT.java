package dk.rettidig.review.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReaderWayIT {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");
    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;

    private static String flag() {
        return "/api/v1/flags/"
                + RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
    }

    private static String opened(DemoPerson reader, String flag) {
        return Session.of(reader).get(flag).then().statusCode(200).extract().header("ETag");
    }

    private static Response seal(DemoPerson reader, String flag) {
        return Session.of(reader)
                .contentType("application/json")
                .body(Map.of("choice", "in_doubt", "justification", WHY))
                .post(flag + "/own-view");
    }

    private static Response conclude(DemoPerson reader, String flag, String etag, Map<String, String> outcome) {
        return Session.of(reader)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(outcome)
                .post(flag + "/outcome");
    }

    private static String version(DemoPerson reader, String flag) {
        return Session.of(reader).get(flag + "/weights").header("ETag");
    }

    @Test
    void goesFromFactsOverOwnViewToWeightsAndOutcome() throws SQLException {
        // Given
        String flag = flag();
        opened(ONE, flag);
        seal(ONE, flag).then().statusCode(201);
        Session.of(ONE).get(flag + "/weights").then().statusCode(200);

        // When
        Response answer = conclude(
                ONE,
                flag,
                version(ONE, flag),
                Map.of("kind", "screening_opened", "justification", WHY, "aware_on", "2026-11-01"));

        // Then
        answer.then().statusCode(201);
        assertThat(answer.jsonPath().getString("assessment_due")).isEqualTo("2027-03-01");
        assertThat(entries(flag))
                .contains("review.flag_opened", "review.view_sealed", "review.weights_read", "review.outcome_recorded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void refusesTheStrengthBeforeTheSealWhateverTheMethodAndTheSameForStrongAndWeak(String method) {
        // Given
        List<FlagId> flags = RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.11, 0.97);
        flags.forEach(id -> opened(ONE, "/api/v1/flags/" + id));

        // When
        List<Response> answers = flags.stream()
                .map(id -> Session.of(ONE)
                        .header("If-None-Match", "\"1\", \"2\", *")
                        .request(method, "/api/v1/flags/" + id + "/weights"))
                .toList();

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(403);
        assertThat(answers).extracting(answer -> answer.asByteArray().length).hasSameSizeAs(flags);
        assertThat(answers.get(0).asByteArray()).hasSameSizeAs(answers.get(1).asByteArray());
        assertThat(names(answers.get(0))).isEqualTo(names(answers.get(1)));
        assertThat(answers.get(0).header("ETag")).isNull();
        if (method.equals("GET")) {
            assertThat(answers.get(0).jsonPath().getString("code")).isEqualTo("view_not_sealed");
        }
    }

    private static List<String> names(Response answer) {
        return answer.headers().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    @Test
    void answersTheFactsOfStrongAndWeakFlagsInTheSameNumberOfBytes() {
        List<FlagId> flags = RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.11, 0.97);

        List<Integer> sizes = flags.stream()
                .map(id -> Session.of(ONE).get("/api/v1/flags/" + id).asByteArray().length)
                .toList();

        assertThat(sizes.get(0)).isEqualTo(sizes.get(1));
    }

    @Test
    void listsByDeadlineAloneWhateverTheStrength() {
        // Given
        FlagId late = RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE.plusSeconds(60), 0.99)
                .getFirst();
        FlagId early = RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE.minusSeconds(60), 0.12)
                .getFirst();

        // When
        List<String> ids =
                Session.of(ONE).get("/api/v1/flags?limit=200").jsonPath().getList("flags.id");

        // Then
        assertThat(ids).containsSubsequence(early.toString(), late.toString());
    }

    @Test
    void keepsASealedViewAsItWas() {
        // Given
        String flag = flag();
        opened(ONE, flag);
        seal(ONE, flag).then().statusCode(201);

        // When
        Response again = Session.of(ONE)
                .contentType("application/json")
                .body(Map.of("choice", "need_urgent", "justification", WHY + " Og nu mener jeg noget andet."))
                .post(flag + "/own-view");

        // Then
        again.then().statusCode(409);
        assertThat(again.jsonPath().getString("code")).isEqualTo("review_view_already_sealed");
        assertThat(Session.of(ONE).get(flag).jsonPath().getString("own_view.choice"))
                .isEqualTo("in_doubt");
    }

    @Test
    void asksEachReaderForAViewOfTheirOwn() {
        String flag = flag();
        opened(ONE, flag);
        seal(ONE, flag).then().statusCode(201);

        Session.of(TWO).get(flag + "/weights").then().statusCode(403);
        assertThat(Session.of(TWO).get(flag).asString())
                .doesNotContain("own_view")
                .doesNotContain(WHY);
    }

    @Test
    void letsOneOfTwoWhoConcludeAtTheSameTimeWin() throws Exception {
        // Given
        String flag = flag();
        for (DemoPerson reader : List.of(ONE, TWO)) {
            opened(reader, flag);
            seal(reader, flag).then().statusCode(201);
        }
        String etag = version(ONE, flag);
        CyclicBarrier together = new CyclicBarrier(2);

        // When
        List<Integer> statuses;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = List.of(ONE, TWO).stream()
                    .map(reader -> both.submit(() -> {
                        together.await();
                        return conclude(reader, flag, etag, Map.of("kind", "no_reason", "justification", WHY))
                                .statusCode();
                    }))
                    .toList();
            statuses = List.of(answers.get(0).get(), answers.get(1).get());
        }

        // Then
        assertThat(statuses).containsOnlyOnce(201).containsAnyOf(409, 412);
        assertThat(entries(flag).stream().filter("review.outcome_recorded"::equals))
                .hasSize(1);
    }

    @Test
    void asksForTheVersionThatWasRead() {
        String flag = flag();
        opened(ONE, flag);
        seal(ONE, flag);

        Session.of(ONE)
                .contentType("application/json")
                .body(Map.of("kind", "no_reason", "justification", WHY))
                .post(flag + "/outcome")
                .then()
                .statusCode(428);
        conclude(ONE, flag, "\"999\"", Map.of("kind", "no_reason", "justification", WHY))
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({"justification", "how_told", "open_case"})
    void refusesACprNumberInAnyTextAndKeepsItNowhere(String field) throws SQLException {
        // Given
        String flag = flag();
        opened(ONE, flag);
        seal(ONE, flag).then().statusCode(201);
        Map<String, String> outcome = new java.util.HashMap<>(Map.of("kind", "no_reason", "justification", WHY));
        outcome.put(field, "Barnet er 310299-9876, siger skolen.");

        // When
        Response answer = conclude(ONE, flag, version(ONE, flag), outcome);

        // Then
        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("text_has_cpr").doesNotContain("9876");
        assertThat(holds("310299-9876")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CASEWORKER_ONE, 200, 200",
        "CASEWORKER_TWO, 200, 200",
        "TEAM_LEADER, 200, 403",
        "DATA_PROTECTION_OFFICER, 403, 403",
        "DATA_TEAM, 403, 403"
    })
    void letsOnlyCaseworkersReadFlags(DemoPerson person, int list, int open) {
        String flag = flag();

        assertThat(Session.of(person).get("/api/v1/flags").statusCode()).isEqualTo(list);
        assertThat(Session.of(person).get(flag).statusCode()).isEqualTo(open);
        if (open == 403) {
            assertThat(Session.of(person).get(flag + "/weights").statusCode()).isEqualTo(403);
            assertThat(seal(person, flag).statusCode()).isEqualTo(403);
            assertThat(conclude(person, flag, "\"1\"", Map.of()).statusCode()).isEqualTo(403);
            assertThat(Session.of(person)
                            .get("/api/v1/flags/" + UUID.randomUUID())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void tellsNobodyWithoutASignInAnything() {
        String flag = flag();

        for (String path : List.of("/api/v1/flags", flag, flag + "/weights")) {
            assertThat(RestAssured.given().accept("application/json").get(path).statusCode())
                    .isIn(401, 403);
        }
    }

    @Test
    void showsAFlagOfAnotherMunicipalityExactlyAsOneThatDoesNotExist() {
        // Given
        FlagId elsewhere =
                RaisedFlags.raise(new MunicipalityCode("101"), DEADLINE, 0.3).getFirst();

        // When
        Response foreign = Session.of(ONE).get("/api/v1/flags/" + elsewhere);
        Response missing = Session.of(ONE).get("/api/v1/flags/" + UUID.randomUUID());

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(foreign.asByteArray()).hasSameSizeAs(missing.asByteArray());
        assertThat(names(foreign)).isEqualTo(names(missing));
    }

    @Test
    void sealsNothingThatNobodyHasRead() {
        seal(ONE, flag()).then().statusCode(409);
    }

    private static List<String> entries(String flag) throws SQLException {
        String id = flag.substring(flag.lastIndexOf('/') + 1);
        try (Connection connection = RealDatabase.database().superuser();
                var query = connection.prepareStatement("select convert_from(body, 'UTF8') from ledger_append "
                        + "where position(? in convert_from(body, 'UTF8')) > 0")) {
            query.setString(1, id);
            List<String> types = new java.util.ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    var type =
                            java.util.regex.Pattern.compile("review\\.[a-z_]+").matcher(row.getString(1));
                    if (type.find()) {
                        types.add(type.group());
                    }
                }
            }
            return types;
        }
    }

    /** Whether any text of any table of the database has it. */
    private static boolean holds(String needle) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser()) {
            List<String> tables = new java.util.ArrayList<>();
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery("select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (var query = connection.prepareStatement(
                        "select exists (select 1 from " + table + " t where position(? in t::text) > 0 "
                                + "or position(encode(convert_to(?, 'UTF8'), 'hex') in t::text) > 0)")) {
                    query.setString(1, needle);
                    query.setString(2, needle);
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }
}
