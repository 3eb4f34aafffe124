package dk.rettidig.casefile.finding;

import static dk.rettidig.casefile.finding.Cases.HOLDING;
import static dk.rettidig.casefile.finding.Cases.change;
import static dk.rettidig.casefile.finding.Cases.on;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks at what was found: what they see, and what the record says of it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CaseLookIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String PATH = "/api/v1/case-findings";
    private static final int CHILD = 7001;
    private static final LocalDate TODAY = Sender.today();
    private static final LocalDate A = TODAY.minusDays(30);

    @Inject
    CaseCheck check;

    private Cases cases;

    @BeforeEach
    void noCase() throws SQLException {
        cases = Cases.none();
    }

    @AfterEach
    void noCaseIsLeft() throws SQLException {
        Cases.clear();
    }

    private static Response list(String query) {
        return Session.of(LEADER).get(PATH + query);
    }

    private void checkOn(LocalDate day) {
        assertThat(check.check(HOLDING, on(day))).isTrue();
    }

    @Test
    void openingACaseIsEnteredAndTheListNamesNobody() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        LedgerSpy spy = LedgerSpy.now();
        String list = list("").asString();
        String id = list("").jsonPath().getString("findings[0].case_id");

        Response opened = Session.of(ONE).get(PATH + "/cases/" + id);

        assertThat(list).doesNotContain(Sender.pseudonym(CHILD));
        assertThat(opened.jsonPath().getString("pseudonym")).isEqualTo(Sender.pseudonym(CHILD));
        assertThat(opened.asString()).contains("BL § 18");
        assertThat(spy.entries("casefile.findings_opened"))
                .hasSize(1)
                .first()
                .asString()
                .contains(id)
                .doesNotContain(Sender.pseudonym(CHILD));
        assertThat(Session.of(DPO).get(PATH + "/cases/" + id).statusCode()).isEqualTo(403);
        assertThat(Session.of(DPO).get(PATH).statusCode()).isEqualTo(403);
        assertThat(Session.of(ONE).accept("text/csv").get(PATH + "/export").statusCode())
                .isEqualTo(403);
        assertThat(Session.of(LEADER).get(PATH + "/cases/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theExportIsEnteredAndNoFieldIsAFormula() throws SQLException {
        cases.openMany(CHILD, 80, A + " CASE_AWARE");
        checkOn(TODAY);
        LedgerSpy spy = LedgerSpy.now();

        Response file = Session.of(LEADER).accept("text/csv").get(PATH + "/export");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asString().split("\r\n"))
                .hasSize(81)
                .allSatisfy(line -> assertThat(line.split(",")).noneMatch(field -> field.matches("^[-=+@\t].*")));
        assertThat(file.asString()).contains("p:" + Sender.pseudonym(CHILD));
        assertThat(spy.entries("casefile.findings_exported"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"findings\":80");
    }

    @Test
    void whoReadsNoCaseSeesMonthsThatAreOverRoundedAndNothingSmall() throws SQLException {
        for (int child = CHILD; child < CHILD + 8; child++) {
            cases.open(child, A + " CASE_AWARE", A + " CASE_UNIT=" + (1 + child % 2));
        }
        cases.open(CHILD + 50, A + " CASE_DECISION=1");
        checkOn(TODAY);
        assertThat(Session.of(DPO).get(PATH + "/figures").jsonPath().getList("figures"))
                .isEmpty();
        change("update case_month set month = month - interval '1 month', as_of = as_of - 31");

        Response seen = Session.of(DPO).get(PATH + "/figures");

        assertThat(seen.jsonPath().getBoolean("guarded")).isTrue();
        assertThat(seen.asString())
                .contains("\"state\":\"open\",\"findings\":10")
                .doesNotContain("\"unit\":1");
        assertThat(Session.of(DPO).accept("text/csv").get(PATH + "/figures").asString())
                .contains("talk.before_decision,1,,breached,\r\n");
        assertThat(Session.of(LEADER).accept("text/csv").get(PATH + "/figures").asString())
                .contains("screening.decided,1,1,open,4\r\n", "talk.before_decision,1,,breached,1\r\n");
    }

    @Test
    void whoAsksWhatIsKnownAboutAChildIsToldWhatWasFoundAndWhoLooked() throws InterruptedException {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        String id = list("").jsonPath().getString("findings[0].case_id");
        Session.of(ONE).get(PATH + "/cases/" + id);

        Response extract = extract();
        for (int tries = 0; tries < 30 && !extract.asString().contains("look_up"); tries++) {
            // What is not under a checkpoint yet is in no extract.
            Thread.sleep(200);
            extract = extract();
        }

        assertThat(extract.asString())
                .contains("case_finding", "BL § 18", "Ikke registreret endnu", "hvad journalen i barnets sag manglede");
    }

    private static Response extract() {
        return Session.of(DPO)
                .contentType("application/json")
                .body(Map.of("pseudonym", Sender.pseudonym(CHILD), "case_reference", "S-2026-17"))
                .post("/api/v1/extracts");
    }
}
