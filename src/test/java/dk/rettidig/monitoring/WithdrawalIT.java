package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.arc.Arc;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestIdentityAssociation;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model owner withdraws a model; what it left behind is listed for the model owner and the data protection officer. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class WithdrawalIT {

    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");
    private static final String WHY = "Modellen gav for mange markeringer uden behov i foråret.";
    private static final String SEEN = "Set på skolen i dag, og lærer og barn fortæller det samme.";

    @AfterEach
    void nothingIsWithdrawn() throws SQLException {
        change("truncate model_withdrawal");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String modelOf(FlagId flag) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select model_name || '/' || model_version from run join flag on "
                                + "flag.run = run.id where flag.id = '" + flag + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A person as an identity provider presents them: the demonstration has no model owner. */
    private static Response owner(Function<RequestSpecification, Response> request) {
        TestIdentityAssociation association =
                Arc.container().instance(TestIdentityAssociation.class).get();
        association.setTestIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("test-owner"))
                .addRole("model_owner")
                .addAttribute("municipality", "999")
                .build());
        try {
            return request.apply(RestAssured.given().accept(ContentType.JSON).contentType(ContentType.JSON));
        } finally {
            association.setTestIdentity(null);
        }
    }

    private static Response withdraw(String model, String because) {
        return owner(request ->
                request.body(Map.of("model", model, "because", because)).post("/api/v1/monitoring/withdrawals"));
    }

    /** A flag that one caseworker read to the end, and one that nobody opened. */
    private static FlagId read() {
        FlagId flag =
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
        String address = "/api/v1/flags/" + flag;
        Session.of(DemoPerson.CASEWORKER_ONE).get(address);
        Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .body(Map.of("choice", "in_doubt", "justification", SEEN))
                .post(address + "/own-view");
        String version =
                Session.of(DemoPerson.CASEWORKER_ONE).get(address + "/weights").header("ETag");
        Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("kind", "no_reason", "justification", SEEN))
                .post(address + "/outcome")
                .then()
                .statusCode(201);
        return flag;
    }

    /** Entries are listed once the sequencer has given them their place, every moment or so. */
    private static Response listed(String withdrawal, FlagId flag, String act) throws InterruptedException {
        String address = "/api/v1/monitoring/withdrawals/" + withdrawal + "/flags";
        Response answer = Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get(address);
        String acts = "flags.find { it.id == '" + flag + "' }.acts.type";
        for (int tries = 0; tries < 100 && !answer.jsonPath().getList(acts).contains(act); tries++) {
            Thread.sleep(100);
            answer = Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get(address);
        }
        return answer;
    }

    @Test
    void listsEveryFlagWhoReadItAndWhatFollowedAndNothingOfTheChild() throws Exception {
        // Given
        FlagId flag = read();
        FlagId unread =
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
        String model = modelOf(flag);
        LedgerSpy spy = LedgerSpy.now();

        // When
        Response withdrawn = withdraw(model, WHY);

        // Then
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(201);
        String id = withdrawn.path("id");
        assertThat(spy.entries("monitoring.model_withdrawn"))
                .singleElement(STRING)
                .contains(model, "\"actor_kind\":\"model_owner\"")
                .doesNotContain("foråret");
        Response list = listed(id, flag, "review.outcome_recorded");
        String found = "flags.find { it.id == '" + flag + "' }";
        assertThat(list.<String>path(found + ".state")).isEqualTo("concluded");
        assertThat(list.jsonPath().getList(found + ".acts.type", String.class))
                .contains("review.flag_opened", "review.view_sealed", "review.weights_read", "review.outcome_recorded")
                .noneMatch(type -> type.startsWith("gate."));
        assertThat(list.jsonPath().getList(found + ".acts.role", String.class)).contains("caseworker");
        assertThat(list.jsonPath().getList(found + ".acts.detail", String.class))
                .contains("no_reason");
        assertThat(list.asString()).doesNotContain("demo-raadgiver", "Set på skolen", "pseudonym", "probability");
        assertThat(list.<String>path("flags.find { it.id == '" + unread + "' }.state"))
                .isEqualTo("open");
        Response table = Session.of(DemoPerson.DATA_PROTECTION_OFFICER)
                .accept("text/csv")
                .get("/api/v1/monitoring/withdrawals/" + id + "/flags");
        assertThat(table.asString().lines()).first(STRING).startsWith("flag,run,raised_at");
        assertThat(table.asString()).contains(flag + ",").contains("no_reason").contains(unread + ",");
    }

    @Test
    void isDoneOnceForAReasonAndOnlyByTheModelOwner() throws SQLException {
        String model = modelOf(
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst());

        for (DemoPerson person : DemoPerson.values()) {
            assertThat(Session.of(person)
                            .contentType(ContentType.JSON)
                            .body(Map.of("model", model, "because", WHY))
                            .post("/api/v1/monitoring/withdrawals")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(withdraw(model, WHY).statusCode()).isEqualTo(201);
        assertThat(withdraw(model, WHY).<String>path("code")).isEqualTo("monitoring_withdrawn_already");
    }

    @ParameterizedTest
    @CsvSource({
        "scorecard/1.2.0, kort, because, text_too_short",
        "scorecard/9.9.9, Modellen gav for mange markeringer uden behov., model, monitoring_model_unknown",
        "no model, Modellen gav for mange markeringer uden behov., model, monitoring_model_unknown"
    })
    void whatIsWrongIsNamed(String model, String because, String field, String code) {
        Response answer = withdraw(model, because);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("errors[0].field")).isEqualTo(field);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo(code);
    }

    @Test
    void theFlagsOfAModelThatIsInUseAreNotListed() {
        assertThat(Session.of(DemoPerson.DATA_PROTECTION_OFFICER)
                        .get("/api/v1/monitoring/withdrawals/00000000-0000-0000-0000-000000000009/flags")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .get("/api/v1/monitoring/withdrawals/00000000-0000-0000-0000-000000000009/flags")
                        .statusCode())
                .isEqualTo(403);
    }
}
