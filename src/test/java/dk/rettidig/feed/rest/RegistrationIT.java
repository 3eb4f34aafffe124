package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RegistrationIT {

    private static final String DATA = "demo-data";
    private static final String LEADER = "demo-leder";

    private final SigningKey key = SigningKey.generate(new SecureRandom());

    @Test
    void registersAKeyByTwoPeopleAndWithdrawsItForGood() {
        String keys = "/api/v1/registries/skole-999/keys";
        Map<String, Object> proposal = Map.of("public_key", key.verifyingKey().pem());

        Response proposed = post(DATA, keys, proposal);
        String kid = proposed.jsonPath().getString("kid");

        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
        assertThat(kid).isEqualTo(key.id().value());
        assertThat(post(DATA, keys, proposal).jsonPath().getString("code")).isEqualTo("feed_key_exists");
        assertThat(post(DATA, keys + "/" + kid + "/approval", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(post("demo-raadgiver-1", keys + "/" + kid + "/approval", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(LEADER, keys + "/" + kid + "/approval", Map.of())
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("approved");
        assertThat(post(LEADER, keys + "/" + kid + "/withdrawal", Map.of())
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("withdrawn");
        assertThat(post(LEADER, keys + "/" + kid + "/approval", Map.of())
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("feed_state_conflict");
        assertThat(post(DATA, keys, Map.of("public_key", "AAAA")).jsonPath().getString("code"))
                .isEqualTo("feed_key_malformed");
    }

    @Test
    void filesAnAgreementByTwoPeople() {
        Response proposed = post(DATA, "/api/v1/feeds", agreement("skole-fravaer"));
        Response alone = post(DATA, "/api/v1/feeds/skole-fravaer/approval", Map.of());
        Response approved = post(LEADER, "/api/v1/feeds/skole-fravaer/approval", Map.of());

        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
        assertThat(proposed.jsonPath().getString("state")).isEqualTo("proposed");
        assertThat(proposed.jsonPath().getString("municipality")).isEqualTo("999");
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(approved.jsonPath().getString("state")).isEqualTo("approved");
        assertThat(as(DATA).get("/api/v1/feeds").jsonPath().getList("id")).contains("skole-fravaer");
        assertThat(RestAssured.given().get("/api/v1/feeds").statusCode()).isIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource({
        "id,X,id",
        "basis,lb.none,basis",
        "phase,never,phase",
        "scope,all,scope",
        "delimiter,x,delimiter",
        "source_kind,3102901234,source_kind",
        "pseudonym_source,Skolen,pseudonym_source",
        "pseudonym_source,school.1,pseudonym_source"
    })
    void namesTheFieldOfAnAgreementThatIsNotUnderstood(String field, String value, String named) {
        Map<String, Object> agreement = agreement("skole-fejl");
        agreement.put(field, value);

        Response answer = post(DATA, "/api/v1/feeds", agreement);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(named);
    }

    @Test
    void aSourceIsOneRegistrysAndNeitherTheScopesNorEverybodys() {
        Map<String, Object> own = agreement("skole-egen");
        own.put("pseudonym_source", "skole");
        assertThat(post(DATA, "/api/v1/feeds", own).jsonPath().getString("pseudonym_source"))
                .isEqualTo("skole");
        Map<String, Object> second = agreement("skole-egen-2");
        second.put("pseudonym_source", "skole");
        assertThat(post(DATA, "/api/v1/feeds", second).statusCode())
                .as("two feeds of one registry")
                .isEqualTo(201);
        assertThat(post(LEADER, "/api/v1/feeds/skole-egen/approval", Map.of())
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("approved");

        Map<String, Object> other = agreement("dagtilbud-egen");
        other.put("registry", "dagtilbud-999");
        other.put("pseudonym_source", "skole");
        Response taken = post(DATA, "/api/v1/feeds", other);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.jsonPath().getString("code")).isEqualTo("feed_source_taken");

        Map<String, Object> scope = agreement("omfang-egen");
        scope.put("pseudonym_source", "omfang");
        scope.put("indicators", java.util.List.of("SCOPE_NOTIFIED"));
        Map<String, Object> everybody = agreement("alle-egen");
        everybody.put("pseudonym_source", "alle");
        everybody.put("scope", "population");
        for (Map<String, Object> wrong : java.util.List.of(scope, everybody)) {
            Response refused = post(DATA, "/api/v1/feeds", wrong);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.jsonPath().getString("field")).isEqualTo("pseudonym_source");
        }
    }

    @ParameterizedTest
    @CsvSource({"SCOPE_CASE,open-case,201", "SCOPE_CASE,notified,422", "SCOPE_NOTIFIED,open-case,422"})
    void aFeedFillsTheScopeThatItsMarkerIsOf(String marker, String scope, int status) {
        Map<String, Object> agreement =
                agreement("fylder-" + marker.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + scope);
        agreement.put("indicators", java.util.List.of(marker));
        agreement.put("scope", scope);

        Response answer = post(DATA, "/api/v1/feeds", agreement);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(status == 422 ? "scope" : null);
    }

    @Test
    void aFeedOfConclusionsHasThatOneIndicatorForTheNotifiedInTheMunicipalitysDomain() {
        Map<String, Object> right = agreement("screeninger");
        right.put("source_kind", "notification-register");
        right.put("indicators", java.util.List.of("ASSESSMENT_CONCLUDED"));
        assertThat(post(DATA, "/api/v1/feeds", right).statusCode()).isEqualTo(201);

        Map<String, Object> mixed = new HashMap<>(right);
        mixed.put("indicators", java.util.List.of("ASSESSMENT_CONCLUDED", "NOTIF_PRIOR"));
        Map<String, Object> everybody = new HashMap<>(right);
        everybody.put("scope", "population");
        Map<String, Object> own = new HashMap<>(right);
        own.put("pseudonym_source", "screening");
        Map<String, Map<String, Object>> wrong =
                Map.of("indicators", mixed, "scope", everybody, "pseudonym_source", own);
        wrong.forEach((field, agreement) -> {
            agreement.put("id", "screeninger-" + field.replace('_', '-'));
            Response refused = post(DATA, "/api/v1/feeds", agreement);
            assertThat(refused.statusCode()).as(field).isEqualTo(422);
            assertThat(refused.jsonPath().getString("field")).isEqualTo(field);
        });
    }

    @Test
    void showsBandsOfRowsOutOfScopeToTheDpoAlone() {
        assertThat(as("demo-dpo").get("/api/v1/scope/bands").statusCode()).isEqualTo(200);
        assertThat(as(DATA).get("/api/v1/scope/bands").statusCode()).isEqualTo(403);
        assertThat(as(LEADER).get("/api/v1/scope/bands").statusCode()).isEqualTo(403);
    }

    private static Map<String, Object> agreement(String id) {
        return new HashMap<>(Map.of(
                "id", id,
                "registry", "skole-999",
                "source_kind", "school",
                "indicators", java.util.List.of("SCH_ABS_UNL"),
                "basis", "lb.demo.notified",
                "phase", "demo",
                "scope", "notified",
                "synthetic", true,
                "delimiter", ";",
                "decimal_mark", ","));
    }

    private static Response post(String person, String path, Object body) {
        return as(person).contentType(ContentType.JSON).body(body).post(path);
    }

    private static io.restassured.specification.RequestSpecification as(String person) {
        String session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("j_username", person)
                .formParam("j_password", "test-password")
                .post("/j_security_check")
                .cookie("rettidig-session");
        return RestAssured.given().accept("application/json").cookie("rettidig-session", session);
    }
}
