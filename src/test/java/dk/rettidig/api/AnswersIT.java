package dk.rettidig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseCheckJob;
import dk.rettidig.casefile.finding.Cases;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.guideline.GuidelineRows;
import dk.rettidig.notification.discussion.DiscussionRows;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service answers is what docs/openapi.yaml says it answers: status, media type and every member. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AnswersIT {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");

    @Inject
    CaseCheckJob checks;

    private ApiDocument document;

    @BeforeEach
    void theDocument() throws IOException {
        Sender.sendBytesAsTheyAre();
        document = ApiDocument.read(OpenApiIT.COMMITTED);
    }

    @Test
    void theReadersWayAnswersAsDescribed() {
        String flag = "/api/v1/flags/"
                + RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();

        described("GET /api/v1/flags", 200, worker().get("/api/v1/flags?limit=1"));
        described("GET /api/v1/flags", 400, worker().get("/api/v1/flags?limit=0"));
        described("GET /api/v1/flags", 404, worker().get("/api/v1/flags?limit=many"));
        described("GET /api/v1/flags/{id}/weights", 403, worker().get(flag + "/weights"));
        described("GET /api/v1/flags/{id}", 200, worker().get(flag));
        described(
                "POST /api/v1/flags/{id}/own-view",
                422,
                json(worker(), Map.of()).post(flag + "/own-view"));
        described(
                "POST /api/v1/flags/{id}/own-view",
                201,
                json(worker(), Map.of("choice", "in_doubt", "justification", WHY))
                        .post(flag + "/own-view"));
        Response weights = worker().get(flag + "/weights");
        described("GET /api/v1/flags/{id}/weights", 200, weights);
        Map<String, Object> outcome =
                Map.of("kind", "screening_opened", "justification", WHY, "aware_on", "2026-11-01");
        described(
                "POST /api/v1/flags/{id}/outcome", 428, json(worker(), outcome).post(flag + "/outcome"));
        described(
                "POST /api/v1/flags/{id}/outcome",
                201,
                json(worker(), outcome)
                        .header("If-Match", weights.header("ETag"))
                        .post(flag + "/outcome"));
        described("GET /api/v1/flags/{id}", 403, as(DemoPerson.DATA_TEAM).get(flag));
    }

    @Test
    void caseFindingsAnswerAsDescribed() throws SQLException {
        Cases cases = Cases.none();
        cases.open(9001, Sender.today().minusDays(20) + " CASE_DECISION=1");
        checks.checkAll(Cases.on(Sender.today()));
        RequestSpecification leader = as(DemoPerson.TEAM_LEADER);
        String findings = "/api/v1/case-findings";
        Response list = as(DemoPerson.TEAM_LEADER).get(findings + "?limit=1");

        described("GET /api/v1/case-findings", 200, list);
        described("GET /api/v1/case-findings", 400, as(DemoPerson.TEAM_LEADER).get(findings + "?limit=0"));
        described(
                "GET /api/v1/case-findings/cases/{case}",
                200,
                as(DemoPerson.TEAM_LEADER).get(findings + "/cases/" + list.path("findings[0].case_id")));
        described(
                "GET /api/v1/case-findings/cases/{case}",
                404,
                as(DemoPerson.TEAM_LEADER).get(findings + "/cases/none"));
        described("GET /api/v1/case-findings/figures", 200, leader.get(findings + "/figures"));
        Cases.clear();
    }

    @Test
    void discussionsAnswerAsDescribed() throws SQLException {
        DiscussionRows.clear();
        DiscussionRows.published(2024, 100);
        String path = "/api/v1/figure-discussions";
        String one = "GET /api/v1/figure-discussions/{discussion}";
        String plan = "POST /api/v1/figure-discussions/{discussion}/actions";
        String end = "POST /api/v1/figure-discussions/{discussion}/actions/{planned}/end";
        String today = Sender.today().toString();
        Map<String, Object> opening = Map.of(
                "edition", "2024",
                "dimension", "notifier",
                "category", "N01",
                "measure", "notifications",
                "seen", WHY);
        Map<String, Object> planned = Map.of(
                "kind", "duty",
                "notifier", "N01",
                "institution", "Opdigtet Skole ved Åen",
                "responsible", "Leder af modtagelsen",
                "due", today);

        Response opened = json(as(DemoPerson.TEAM_LEADER), opening).post(path);
        described("POST /api/v1/figure-discussions", 201, opened);
        described(
                "POST /api/v1/figure-discussions", 422, json(worker(), Map.of()).post(path));
        described(
                "POST /api/v1/figure-discussions", 403, json(officer(), opening).post(path));
        String discussion = path + "/" + opened.path("id");
        Response acting = json(worker(), planned).post(discussion + "/actions");
        described(plan, 201, acting);
        described(plan, 422, json(worker(), Map.of()).post(discussion + "/actions"));
        described(plan, 404, json(worker(), planned).post(path + "/none/actions"));
        String ending = discussion + "/actions/" + acting.path("actions[0].id") + "/end";
        Map<String, Object> done = Map.of("outcome", "done", "day", today);
        described(end, 422, json(worker(), Map.of()).post(ending));
        described(end, 201, json(worker(), done).post(ending));
        described(end, 409, json(worker(), done).post(ending));
        described("GET /api/v1/figure-discussions", 200, officer().get(path));
        described(one, 200, officer().get(discussion));
        described(one, 404, officer().get(path + "/none"));
        DiscussionRows.clear();
    }

    @Test
    void guidelinesAnswerAsDescribed() throws SQLException {
        GuidelineRows.clear();
        String register = "/api/v1/guidelines";
        String points = "/api/v1/guideline-points";
        Map<String, Object> guideline = Map.of(
                "title", "Opdigtet retningslinje om svar",
                "points", List.of("early_signs"),
                "edition", "1",
                "kept", "Mappe 7",
                "state", "draft",
                "because", WHY);

        Response made = json(as(DemoPerson.TEAM_LEADER), guideline).post(register);
        described("POST /api/v1/guidelines", 201, made);
        described(
                "POST /api/v1/guidelines",
                409,
                json(as(DemoPerson.TEAM_LEADER), guideline).post(register));
        described(
                "POST /api/v1/guidelines",
                422,
                json(as(DemoPerson.TEAM_LEADER), Map.of()).post(register));
        String one = register + "/" + made.path("id");
        described("GET /api/v1/guidelines", 200, as(DemoPerson.CASEWORKER_ONE).get(register));
        described(
                "GET /api/v1/guidelines/summary",
                200,
                as(DemoPerson.TEAM_LEADER).get(register + "/summary"));
        described(
                "GET /api/v1/guidelines/{guideline}",
                200,
                as(DemoPerson.TEAM_LEADER).get(one));
        described(
                "GET /api/v1/guidelines/{guideline}",
                404,
                as(DemoPerson.TEAM_LEADER).get(register + "/none"));
        described(
                "POST /api/v1/guidelines/{guideline}/versions",
                428,
                json(as(DemoPerson.TEAM_LEADER), guideline).post(one + "/versions"));
        described(
                "POST /api/v1/guidelines/{guideline}/versions",
                201,
                json(as(DemoPerson.TEAM_LEADER), guideline)
                        .header("If-Match", made.header("ETag"))
                        .post(one + "/versions"));
        Response point = as(DemoPerson.TEAM_LEADER).get(points + "/early_signs");
        described("GET /api/v1/guideline-points/{point}", 200, point);
        described(
                "POST /api/v1/guideline-points/{point}/self-check",
                201,
                json(as(DemoPerson.TEAM_LEADER), Map.of("answer", "no", "remark", WHY))
                        .header("If-Match", point.header("ETag"))
                        .post(points + "/early_signs/self-check"));
        described(
                "GET /api/v1/guideline-points", 200, as(DemoPerson.TEAM_LEADER).get(points));
        GuidelineRows.clear();
    }

    @Test
    void documentsAnswerAsDescribed() {
        RequestSpecification dpo = as(DemoPerson.DATA_PROTECTION_OFFICER);

        described("GET /api/v1/documents", 200, dpo.get("/api/v1/documents"));
        described("GET /api/v1/documents/{document}", 200, dpo.get("/api/v1/documents/fria-facts"));
        described("GET /api/v1/documents/{document}", 404, dpo.get("/api/v1/documents/none"));
        described(
                "GET /api/v1/documents/{document}",
                403,
                as(DemoPerson.CASEWORKER_ONE).get("/api/v1/documents/fria-facts"));
    }

    @Test
    void runsAnswerAsDescribed() {
        RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3);

        Response page = as(DemoPerson.TEAM_LEADER).get("/api/v1/runs?limit=1");
        described("GET /api/v1/runs", 200, page);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        String run = "/api/v1/runs/" + page.jsonPath().getString("runs[0].id");
        described("GET /api/v1/runs/{id}", 200, as(DemoPerson.TEAM_LEADER).get(run));
        described("GET /api/v1/runs/{id}", 404, as(DemoPerson.TEAM_LEADER).get("/api/v1/runs/none"));
        described(
                "POST /api/v1/runs",
                400,
                json(as(DemoPerson.TEAM_LEADER), Map.of()).post("/api/v1/runs"));
        described(
                "POST /api/v1/runs",
                400,
                as(DemoPerson.TEAM_LEADER)
                        .contentType("application/json")
                        .body("{not json")
                        .post("/api/v1/runs"));
        described(
                "POST /api/v1/runs",
                415,
                as(DemoPerson.TEAM_LEADER)
                        .contentType("application/xml")
                        .body("<run/>")
                        .post("/api/v1/runs"));
        described(
                "GET /api/v1/runs",
                406,
                as(DemoPerson.TEAM_LEADER).accept("image/png").get("/api/v1/runs"));
    }

    @Test
    void registrationAnswersAsDescribed() {
        RequestSpecification data = as(DemoPerson.DATA_TEAM);
        String key = SigningKey.generate(new SecureRandom()).verifyingKey().pem();
        String keys = "/api/v1/registries/skole-999/keys";

        Response proposed = json(data, Map.of("public_key", key)).post(keys);
        described("POST /api/v1/registries/{registry}/keys", 201, proposed);
        described(
                "GET /api/v1/registries/{registry}/keys",
                200,
                as(DemoPerson.DATA_TEAM).get(keys));
        String kid = "/" + proposed.jsonPath().getString("kid");
        described(
                "POST /api/v1/registries/{registry}/keys/{kid}/approval",
                403,
                json(as(DemoPerson.DATA_TEAM), Map.of()).post(keys + kid + "/approval"));
        described(
                "POST /api/v1/registries/{registry}/keys/{kid}/approval",
                200,
                json(as(DemoPerson.TEAM_LEADER), Map.of()).post(keys + kid + "/approval"));
        described(
                "POST /api/v1/registries/{registry}/keys/{kid}/withdrawal",
                200,
                json(as(DemoPerson.TEAM_LEADER), Map.of()).post(keys + kid + "/withdrawal"));
        Map<String, Object> feed = Map.of(
                "id", "answers-described",
                "registry", "skole-999",
                "source_kind", "school",
                "indicators", List.of("SCH_ABS_UNL"),
                "basis", "lb.demo.notified",
                "phase", "demo",
                "scope", "notified",
                "synthetic", true);
        described(
                "POST /api/v1/feeds", 201, json(as(DemoPerson.DATA_TEAM), feed).post("/api/v1/feeds"));
        described(
                "POST /api/v1/feeds", 409, json(as(DemoPerson.DATA_TEAM), feed).post("/api/v1/feeds"));
        described(
                "POST /api/v1/feeds",
                422,
                json(as(DemoPerson.DATA_TEAM), Map.of()).post("/api/v1/feeds"));
        described("GET /api/v1/feeds", 200, as(DemoPerson.DATA_TEAM).get("/api/v1/feeds"));
        described("GET /api/v1/feeds/{feed}", 200, as(DemoPerson.DATA_TEAM).get("/api/v1/feeds/answers-described"));
        described("GET /api/v1/feeds/{feed}", 404, as(DemoPerson.DATA_TEAM).get("/api/v1/feeds/none"));
        described(
                "POST /api/v1/feeds/{feed}/approval",
                200,
                json(as(DemoPerson.TEAM_LEADER), Map.of()).post("/api/v1/feeds/answers-described/approval"));
    }

    @Test
    void aDeliveryAndWhatIsReadAboutItAnswerAsDescribed() throws SQLException {
        Sender school = Sender.school();

        Response receipt = school.send(school.row(1, "\"value\":0.5") + "{}\n");
        described("POST /api/v1/feeds/{feed}/deliveries", 200, receipt);
        described("POST /api/v1/feeds/{feed}/deliveries", 401, school.post("not a note", new byte[0]));
        String delivery = "/api/v1/deliveries/" + receipt.jsonPath().getString("delivery_id");
        described("GET /api/v1/deliveries", 200, as(DemoPerson.DATA_TEAM).get("/api/v1/deliveries"));
        described(
                "GET /api/v1/deliveries/{delivery}",
                200,
                as(DemoPerson.DATA_TEAM).get(delivery));
        described(
                "GET /api/v1/deliveries/{delivery}/quarantine",
                200,
                as(DemoPerson.DATA_TEAM).get(delivery + "/quarantine"));
        assertThat(as(DemoPerson.DATA_TEAM)
                        .accept("text/csv")
                        .get(delivery + "/quarantine")
                        .asString())
                .isEqualTo("line,code\r\n2,feed_row_field_missing\r\n");
        described(
                "GET /api/v1/scope/bands",
                200,
                as(DemoPerson.DATA_PROTECTION_OFFICER).get("/api/v1/scope/bands"));
    }

    @Test
    void theLedgerAnswersAsDescribed() {
        String entries = "/api/v1/ledger/entries";

        described("GET /api/v1/ledger/entries", 200, officer().get(entries + "?limit=2"));
        described("GET /api/v1/ledger/entries", 200, officer().get(entries + "?from=999999999"));
        described("GET /api/v1/ledger/entries/{index}", 200, officer().get(entries + "/0"));
        described("GET /api/v1/ledger/entries/{index}", 404, officer().get(entries + "/999999999"));
        described("GET /api/v1/ledger/entries/{index}/proof", 200, officer().get(entries + "/0/proof"));
        described("GET /api/v1/ledger/consistency", 200, officer().get("/api/v1/ledger/consistency?from=1"));
        described(
                "GET /api/v1/ledger/entries",
                403,
                RestAssured.given().accept("application/json").get(entries));
    }

    private void described(String operation, int status, Response answer) {
        assertThat(answer.statusCode()).as(operation + " " + answer.asString()).isEqualTo(status);
        assertThat(document.problems(operation, answer))
                .as(operation + " " + answer.asString())
                .isEmpty();
    }

    private static RequestSpecification officer() {
        return as(DemoPerson.DATA_PROTECTION_OFFICER);
    }

    private static RequestSpecification worker() {
        return as(DemoPerson.CASEWORKER_ONE);
    }

    private static RequestSpecification as(DemoPerson person) {
        return Session.of(person);
    }

    private static RequestSpecification json(RequestSpecification request, Map<String, ?> body) {
        return request.contentType("application/json").body(body);
    }
}
