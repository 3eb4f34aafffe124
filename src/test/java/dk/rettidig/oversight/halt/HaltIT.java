package dk.rettidig.oversight.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering and lifting a halt over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HaltIT {

    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;

    @Inject
    Subjects subjects;

    private final Pseudonym child = HaltRows.child();

    @AfterEach
    void none() throws SQLException {
        HaltRows.change("delete from halt");
    }

    private static Response register(DemoPerson person, Map<String, String> body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post("/api/v1/halts");
    }

    private Map<String, String> objection() {
        return Map.of("pseudonym", child.text(), "kind", "objection", "case_reference", "S-2026-17");
    }

    private static Response lift(String id, String because) {
        return Session.of(DPO)
                .contentType(ContentType.JSON)
                .body(Map.of("because", because))
                .post("/api/v1/halts/" + id + "/lift");
    }

    @Test
    void isRegisteredListedAndLiftedEachWithAnEntryThatNamesNobody() throws SQLException {
        HaltRows.observed(child);
        LedgerSpy spy = LedgerSpy.now();

        Response registered = register(DPO, objection());
        String id = registered.path("id");
        Response listed = Session.of(DPO).get("/api/v1/halts");
        Response lifted = lift(id, "Indsigelsen er behandlet og afvist.");

        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        assertThat(listed.asString())
                .contains(id, "S-2026-17", "\"in_force\":true", "\"kept\":{", "\"observation_after_scope\":2")
                .doesNotContain(child.text());
        assertThat(lifted.<Boolean>path("in_force")).isFalse();
        assertThat(registered.asString())
                .as("who registers learns nothing by it")
                .doesNotContain("kept");
        assertThat(Session.of(DPO).get("/api/v1/halts").asString())
                .as("a halt that has ended keeps nothing")
                .doesNotContain("observation_after_scope");
        for (String type : List.of("halt.registered", "halt.lifted")) {
            assertThat(spy.entries(type))
                    .singleElement(STRING)
                    .contains(id, "objection")
                    .doesNotContain(child.text(), "S-2026-17", "behandlet", "observation_after_scope");
        }
        assertThat(HaltRows.count("select count(*) from ledger_subject where lookup = ?", (Object)
                        subjects.lookup("999", child.bytes())))
                .isEqualTo(2);
    }

    @Test
    void theSameHaltTwiceIsRefusedAndAnotherCaseIsNot() {
        assertThat(register(DPO, objection()).statusCode()).isEqualTo(201);
        Response again = register(DPO, objection());
        Response other =
                register(DPO, Map.of("pseudonym", child.text(), "kind", "objection", "case_reference", "S-2026-18"));

        assertThat(again.jsonPath().getString("code")).isEqualTo("halt_stands");
        assertThat(other.statusCode()).isEqualTo(201);
    }

    @Test
    void isLiftedOnceForAReason() {
        String id = register(DPO, objection()).path("id");

        assertThat(lift(id, "kort").jsonPath().getString("errors[0].code")).isEqualTo("text_too_short");
        assertThat(lift(id, "Indsigelsen er behandlet.").statusCode()).isEqualTo(200);
        assertThat(lift(id, "Indsigelsen er behandlet.").jsonPath().getString("code"))
                .isEqualTo("halt_ended");
        assertThat(lift("no-id", "Indsigelsen er behandlet.").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"CASEWORKER_ONE", "TEAM_LEADER", "DATA_TEAM"})
    void onlyTheRightsDeskHaltsAnything(DemoPerson person) {
        assertThat(register(person, objection()).jsonPath().getString("code")).isEqualTo("gate_refused");
        assertThat(Session.of(person).get("/api/v1/halts").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "pseudonym, 310299-9876, person_pseudonym_invalid",
        "pseudonym, '', person_pseudonym_invalid",
        "kind, anger, person_choice_unknown",
        "case_reference, x, journal_number_invalid",
        "until, 2026-01-01, halt_last_day_invalid",
        "until, soon, halt_last_day_invalid"
    })
    void saysWhichFieldIsWrongAndRepeatsNothing(String field, String value, String code) {
        Map<String, String> body = new java.util.HashMap<>(objection());
        body.put(field, value);

        Response answer = register(DPO, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
        assertThat(answer.asString()).doesNotContain("310299");
    }

    @Test
    void anotherMunicipalitysHaltIsNeitherSeenNorLifted() throws SQLException {
        String id = register(DPO, objection()).path("id");
        HaltRows.change("update halt set municipality = 101");

        assertThat(Session.of(DPO).get("/api/v1/halts").asString()).doesNotContain(id);
        assertThat(lift(id, "Indsigelsen er behandlet.").statusCode()).isEqualTo(404);
    }

    @Test
    void followsTheChildThroughARotation() throws SQLException {
        VaultSender.clear();
        register(DPO, objection());
        Pseudonym next = HaltRows.child();
        HaltRows.change(
                "insert into extract (municipality, id, pseudonym, case_reference, prepared_by, prepared_at)"
                        + " values (999, gen_random_uuid(), ?, 'S-2026-17', 'desk', now())",
                (Object) child.bytes());
        long entries = entries(child);

        Response rotated =
                VaultSender.registered().rotate(VaultSender.FIRST, VaultSender.pair(child.text(), next.text()));

        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
        assertThat(HaltRows.of("halt", child)).isZero();
        assertThat(HaltRows.of("halt", next)).isEqualTo(1);
        assertThat(HaltRows.of("extract", next)).isEqualTo(1);
        assertThat(HaltRows.count(
                        "select count(*) from halt where lookup = ?", (Object) subjects.lookup("999", next.bytes())))
                .isEqualTo(1);
        assertThat(entries(next)).isEqualTo(entries).isPositive();
        assertThat(entries(child)).isZero();
        VaultSender.clear();
    }

    private long entries(Pseudonym of) throws SQLException {
        return HaltRows.count(
                "select count(*) from ledger_subject where lookup = ?", (Object) subjects.lookup("999", of.bytes()));
    }
}
