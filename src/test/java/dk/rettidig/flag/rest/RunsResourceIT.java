package dk.rettidig.flag.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RunsResourceIT {

    private static final Map<String, Object> GOOD = Map.of(
            "municipality", "999",
            "basis", "lb.demo.notified",
            "phase", "demo",
            "scope", "notified",
            "model", "fixture/1.0.0");

    @Inject
    Clock clock;

    @BeforeEach
    void noRuns() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate run cascade");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scope, population, population_outside_demo, phase, operation",
        "model, gladsaxe-points/1.0.0, gladsaxe_points, phase, demo",
        "indicators, PAR_PSYCH, indicator_blocked, phase, demo",
        "indicators, ETHNICITY, indicator_forbidden, phase, demo",
        "indicators, PAR_EDU, indicator_disabled, phase, demo",
        "basis, lb.nothing, basis_unknown, phase, demo",
        "scope, open-case, basis_other_scope, phase, demo",
        "phase, operation, basis_other_phase, scope, notified",
        "municipality, 101, other_municipality, phase, demo",
    })
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void aRunThatNoRulePermitsIsRefusedWithRuleAndCitation(
            String field, String value, String rule, String otherField, String otherValue) throws SQLException {
        Map<String, Object> body = with(field, value);
        body.put(otherField, otherValue);

        Response response = post(body);

        response.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("gate_refused"))
                .body("rules.rule", hasItem(rule))
                .body("rules.find { it.rule == '" + rule + "' }.citation", not(equalTo("")));
        assertThat(runs()).isZero();
    }

    @Test
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "101"))
    void aBasisThatNobodySignedForPermitsNoRunOnRealData() throws SQLException {
        Map<String, Object> body = with("basis", "lb.notification");
        body.put("municipality", "101");
        body.put("phase", "operation");

        post(body).then().statusCode(403).body("rules.rule", hasItem("signature_missing"));

        assertThat(runs()).isZero();
    }

    @Test
    @TestSecurity(
            user = "somebody",
            roles = "caseworker",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void whoIsNoTeamLeaderStartsNothing() throws SQLException {
        post(with("model", "fixture/1.0.0")).then().statusCode(403);

        assertThat(runs()).isZero();
    }

    @Test
    void nobodyStartsNothing() throws SQLException {
        assertThat(post(with("model", "fixture/1.0.0")).statusCode()).isIn(401, 403);
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "municipality, 9",
        "basis, ''",
        "phase, war",
        "scope, everybody",
        "model, fixture",
        "as_of, tomorrow",
        "indicators, '1 2'"
    })
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void aFieldThatCannotBeReadIsNamed(String field, String value) {
        post(with(field, value))
                .then()
                .statusCode(400)
                .body("code", equalTo("flag_request_incomplete"))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"model, scorecard/9.9.9, flag_model_unknown", "as_of, 2999-01-01, flag_as_of_in_future"})
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void whatCannotBeCarriedOutIsSaid(String field, String value, String code) {
        post(with(field, value)).then().statusCode(422).body("code", equalTo(code));
    }

    @Test
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void aRunIsAcceptedWatchedListedAndFound() throws InterruptedException {
        // When
        Response accepted = post(with("model", "fixture/1.0.0"));

        // Then
        accepted.then().statusCode(202).body("state", equalTo("started"));
        String address = accepted.header("Location").replaceFirst("^https?://[^/]+", "");
        String events = RestAssured.given()
                .accept("text/event-stream")
                .get(address + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events).contains("\"state\":\"finished\"");
        RestAssured.get(address)
                .then()
                .statusCode(200)
                .body("state", equalTo("finished"))
                .body("children", org.hamcrest.Matchers.greaterThanOrEqualTo(0))
                .body("unmet_need", equalTo(0));
        RestAssured.get("/api/v1/runs?limit=1")
                .then()
                .statusCode(200)
                .body("runs.id", hasItem(accepted.path("id").toString()));
        RestAssured.get("/api/v1/runs/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("flag_run_unknown"));
    }

    private Map<String, Object> with(String field, String value) {
        Map<String, Object> body = new TreeMap<>(GOOD);
        body.put(
                "as_of",
                clock.instant()
                        .atZone(ZoneId.of("Europe/Copenhagen"))
                        .toLocalDate()
                        .toString());
        body.put(field, field.equals("indicators") ? java.util.List.of(value) : value);
        return body;
    }

    private static Response post(Map<String, Object> body) {
        return RestAssured.given().contentType("application/json").body(body).post("/api/v1/runs");
    }

    private static long runs() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection.createStatement().executeQuery("select count(*) from run")) {
            row.next();
            return row.getLong(1);
        }
    }
}
