package dk.rettidig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that nobody can read is no way round the gate: it is decided, recorded, and tells the unauthorised nothing. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class UnreadableRequestIT {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WORKER = "demo-raadgiver-1";
    private static final String LEADER = "demo-leder";
    private static final String OFFICER = "demo-dpo";
    private static final String FLAG = "/api/v1/flags/" + UUID.randomUUID();
    private static final String NO_FLAG = "/api/v1/flags/no-such-thing";

    private static Response post(String caller, String path, String type, String body) {
        return Caller.named(caller)
                .asking(request ->
                        request.accept(JSON).contentType(type).body(body).post(path));
    }

    private static Response get(String caller, String path) {
        return Caller.named(caller).asking(request -> request.accept(JSON).get(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/runs | {not json",
                "/api/v1/runs | {\"as_of\": \"tomorrow\"}",
                "/api/v1/runs | []",
                "/api/v1/flags/no-such-thing/outcome | {not json",
                "/api/v1/flags/no-such-thing/own-view | {not json"
            })
    void nobodyIsRefusedAndCountedBeforeAWordIsSaidAboutTheBody(String path, String body) throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Response answer = post("nobody", path, JSON, body);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("\"code\":\"gate_refused\"");
        assertThat(spy.counted("refused") + spy.counted("undecidable")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "[]", "7", "{\"indicators\": {}}"})
    void aLeadersUnreadableRunIsSaidToBeUnreadableAndIsOnTheRecord(String body) throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Response answer = post(LEADER, "/api/v1/runs", JSON, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("\"code\":\"request_malformed\"");
        assertThat(spy.entries("gate.undecidable", "team_leader")).isEqualTo(1);
    }

    @Test
    void anUnreadableOutcomeIsOnTheRecordToo() throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Response worker = post(WORKER, FLAG + "/outcome", JSON, "{not json");
        Response officer = post(OFFICER, FLAG + "/outcome", JSON, "{not json");

        assertThat(worker.statusCode()).isEqualTo(400);
        assertThat(spy.entries("gate.permitted", "caseworker")).isEqualTo(1);
        assertThat(officer.statusCode()).isEqualTo(403);
        assertThat(spy.refusals("data_protection_officer")).isEqualTo(1);
    }

    @Test
    void anIdThatIsNoneIsTreatedLikeOneThatNoFlagHas() throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Response none = get(WORKER, NO_FLAG);
        Response unknown = get(WORKER, FLAG);

        assertThat(none.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(none.jsonPath().getString("code"))
                .isEqualTo(unknown.jsonPath().getString("code"));
        assertThat(spy.entries("review.flag_not_found", "caseworker")).isEqualTo(2);
        assertThat(get(LEADER, NO_FLAG).statusCode()).isEqualTo(403);
        assertThat(get("nobody", NO_FLAG).statusCode()).isEqualTo(403);
        assertThat(spy.refusals("team_leader")).isEqualTo(1);
    }

    @Test
    void aRegistryNameThatIsNoneIsNoWayRoundEither() throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        String path = "/api/v1/registries/NO_NAME!/keys/abc/approval";

        assertThat(post(WORKER, path, JSON, "{}").statusCode()).isEqualTo(403);
        assertThat(post(LEADER, path, JSON, "{}").statusCode()).isEqualTo(404);
        assertThat(spy.refusals("caseworker")).isEqualTo(1);
    }

    @Test
    void aFormWithoutItsTokenIsAnsweredWithWhatToDo() {
        Response program = post(LEADER, "/api/v1/feeds/none/approval", FORM, "a=b");
        Response browser = Caller.named(LEADER)
                .asking(request -> request.accept("text/html")
                        .contentType(FORM)
                        .body("model=x")
                        .post("/runs/start"));

        assertThat(program.statusCode()).as(program.asString()).isEqualTo(400);
        assertThat(program.contentType()).startsWith("application/problem+json");
        assertThat(program.jsonPath().getString("code")).isEqualTo("form_token_missing");
        assertThat(browser.statusCode()).isEqualTo(400);
        assertThat(browser.contentType()).startsWith("text/html");
        assertThat(browser.asString()).contains("Hent siden igen");
    }
}
