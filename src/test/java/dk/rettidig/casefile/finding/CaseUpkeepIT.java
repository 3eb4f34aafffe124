package dk.rettidig.casefile.finding;

import static dk.rettidig.casefile.finding.Cases.HOLDING;
import static dk.rettidig.casefile.finding.Cases.change;
import static dk.rettidig.casefile.finding.Cases.on;
import static dk.rettidig.casefile.finding.Cases.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings over time: other pseudonyms, objections, erasure. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CaseUpkeepIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String PATH = "/api/v1/case-findings";
    private static final int CHILD = 7001;
    private static final LocalDate TODAY = Sender.today();
    private static final LocalDate A = TODAY.minusDays(30);

    @Inject
    CaseCheck check;

    @Inject
    FindingRetention retention;

    @Inject
    RetentionRules rules;

    @Inject
    DataSource database;

    @Inject
    @All
    List<PseudonymRows> converting;

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

    private static List<String> states(String rule) {
        return list("?limit=200&rule=" + rule).jsonPath().getList("findings.finding.state");
    }

    private void checkOn(LocalDate day) {
        assertThat(check.check(HOLDING, on(day))).isTrue();
    }

    @Test
    void aRotationKeepsFindingsAndAMergeKeepsWhatWasResolved() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        cases.open(CHILD + 1, A + " CASE_AWARE");
        checkOn(TODAY);
        cases.add(CHILD, A + " CASE_SCREENING=1");
        checkOn(TODAY.plusDays(1));

        QuarkusTransaction.requiringNew().run(() -> convert(CHILD, CHILD + 1));

        assertThat(rows("select count(*) from case_record")).containsExactly("1");
        assertThat(rows("select coalesce(resolved_by, 'missing') from case_finding order by number"))
                .containsExactly("done", "missing");
        QuarkusTransaction.requiringNew().run(() -> convert(CHILD + 1, CHILD + 2));
        assertThat(rows("select encode(pseudonym, 'hex') from case_record")).containsExactly(hex(CHILD + 2));
    }

    private void convert(int former, int present) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table conversion_pair (former bytea, present bytea, known boolean)"
                    + " on commit drop");
            statement.execute(
                    "insert into conversion_pair values ('\\x" + hex(former) + "', '\\x" + hex(present) + "', false)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        converting.forEach(each -> each.convert("999"));
    }

    private static String hex(int child) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(Sender.pseudonym(child)));
    }

    @Test
    void aChildForWhomSomebodyObjectedIsLeftOutAndWhatWasFoundStays() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        Response halt = Session.of(DPO)
                .contentType("application/json")
                .body(Map.of("pseudonym", Sender.pseudonym(CHILD), "kind", "objection", "case_reference", "S-2026-18"))
                .post("/api/v1/halts");
        assertThat(halt.statusCode()).as(halt.asString()).isEqualTo(201);
        cases.add(CHILD, A + " CASE_SCREENING=1");

        checkOn(TODAY.plusDays(1));

        assertThat(states("screening.decided")).containsExactly("open");
        assertThat(rows("select cases from case_check order by day")).containsExactly("1", "0");
        change("delete from halt");
        checkOn(TODAY.plusDays(2));
        assertThat(states("screening.decided")).isEmpty();
    }

    @Test
    void findingsGoWhenTheirTimeIsOverAndCountsStay() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        cases.add(CHILD, A + " CASE_SCREENING=1");
        checkOn(TODAY.plusDays(1));
        Duration kept = rules.keep(FindingRetention.CLASS);
        LedgerSpy spy = LedgerSpy.now();

        assertThat(retention.eraseDue(on(TODAY.plusDays(1)).plus(kept))).isZero();
        assertThat(retention.eraseDue(on(TODAY.plusDays(2)).plus(kept))).isEqualTo(1);

        assertThat(rows("select id::text from case_record")).isEmpty();
        assertThat(rows("select state from case_month where rule = 'screening.decided'"))
                .contains("met");
        assertThat(spy.entries("casefile.findings_erased")).hasSize(1);
    }

    @Test
    void whatWasTooLateLongAgoIsNotFiledAgain() throws SQLException {
        cases.open(
                CHILD,
                TODAY.minusDays(380) + " CASE_DECISION=2",
                TODAY.minusDays(379) + " CASE_TALK",
                TODAY.minusDays(379) + " CASE_PARTY",
                TODAY.minusDays(380) + " CASE_AGE=2",
                TODAY.minusDays(380) + " CASE_PLAN=1");
        checkOn(TODAY);

        assertThat(rows("select distinct rule from case_finding")).containsExactly("screening.decided");
    }
}
