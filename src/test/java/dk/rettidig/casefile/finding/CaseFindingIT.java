package dk.rettidig.casefile.finding;

import static dk.rettidig.casefile.finding.Cases.HOLDING;
import static dk.rettidig.casefile.finding.Cases.change;
import static dk.rettidig.casefile.finding.Cases.on;
import static dk.rettidig.casefile.finding.Cases.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a delivery of case events through the daily check to a finding over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CaseFindingIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final String PATH = "/api/v1/case-findings";
    private static final int CHILD = 7001;
    private static final LocalDate TODAY = Sender.today();
    private static final LocalDate A = TODAY.minusDays(30);

    @Inject
    CaseCheck check;

    @Inject
    CaseCheckJob job;

    @Inject
    CaseFiles files;

    @Inject
    CaseFindings findings;

    @Inject
    CaseChecks checks;

    @Inject
    CaseGrounds grounds;

    @Inject
    CaseRuleRegister register;

    @Inject
    DeadlineRegister deadlines;

    @Inject
    DeadlineEngine engine;

    @Inject
    RetentionRules rules;

    @Inject
    Epochs epochs;

    @Inject
    Ledger ledger;

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

    /** Rule, what was delivered, the last day in time, and what would have kept it. */
    static Stream<Arguments> boundaries() {
        return Stream.of(
                due("assessment.four_months", A.plusMonths(4), A + " CASE_AWARE", A + " CASE_SCREENING=3"),
                due("plan.measure", A.plusMonths(3), A + " CASE_DECISION=1"),
                due("plan.placement", A.plusMonths(3), A + " CASE_DECISION=2"),
                due("followup.first", A.plusMonths(3), A + " CASE_PLACED=3"),
                due("followup.continued", A.plusMonths(6), A.minusDays(40) + " CASE_PLACED=3", A + " CASE_FOLLOWUP"),
                due("youth_plan.at_sixteen", A.plusMonths(3), A.minusDays(9) + " CASE_PLACED=3", A + " CASE_AGE=3"),
                due("youth_plan.decision", A.plusMonths(3), A.minusDays(9) + " CASE_AGE=3", A + " CASE_DECISION=1"));
    }

    private static Arguments due(String rule, LocalDate last, String... events) {
        return Arguments.of(rule, last, List.of(events));
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void isInTimeOnTheLastDayAndNotOnTheNext(String rule, LocalDate last, List<String> events) {
        cases.open(CHILD, events.toArray(String[]::new));

        checkOn(last);
        assertThat(states(rule)).containsExactly("open");
        assertThat(list("?rule=" + rule).jsonPath().getString("findings[0].finding.due"))
                .isEqualTo(last.toString());

        checkOn(last.plusDays(1));
        assertThat(states(rule)).containsExactly("breached");
    }

    static Stream<Arguments> beforehand() {
        return Stream.of(
                Arguments.of("placement.without_assessment", "CASE_PLACED=1", "CASE_ASSESSMENT_DONE", "CASE_TALK"),
                Arguments.of("talk.before_decision", "CASE_DECISION=1", "CASE_TALK", "CASE_PARTY"),
                Arguments.of("party.at_ten", "CASE_DECISION=1", "CASE_PARTY", "CASE_TALK"),
                Arguments.of("plan.before_force", "CASE_DECISION=3", "CASE_PLAN=1", "CASE_PLAN=3"));
    }

    @ParameterizedTest
    @MethodSource("beforehand")
    void whatMustComeFirstIsMissingFromTheDayOn(String rule, String act, String first, String other) {
        String age = A.minusDays(3) + " CASE_AGE=2";
        cases.open(CHILD, age, A + " " + act, A + " " + other, A.plusDays(1) + " " + first);
        cases.open(CHILD + 1, age, A + " " + act, A + " " + first);
        cases.open(CHILD + 2, age, A + " " + act, A + " " + other);

        checkOn(TODAY);

        // One is on record too late and needs nobody, one in time, one is missing.
        assertThat(states(rule)).containsExactly("breached");
        assertThat(Session.of(LEADER).get(PATH + "/figures").asString())
                .contains("\"rule\":\"" + rule + "\"", "\"state\":\"late\",\"findings\":1");
    }

    @Test
    void noDeadlineStandsAfterAllThatHaveOneAndPagesGoOnWhereTheyEnded() {
        cases.open(CHILD, A + " CASE_AWARE");
        cases.open(CHILD + 1, A + " CASE_DECISION=1", A.minusDays(1) + " CASE_UNIT=12");
        cases.open(CHILD + 2, A.plusDays(1) + " CASE_DECISION=2", A.minusDays(1) + " CASE_UNIT=12");
        checkOn(TODAY);

        List<String> all = list("?limit=200").jsonPath().getList("findings.finding.rule");
        List<String> due = list("?limit=200").jsonPath().getList("findings.finding.due");
        List<String> ends = due.stream().takeWhile(java.util.Objects::nonNull).toList();
        assertThat(ends).isSorted().hasSizeGreaterThan(3);
        assertThat(due.subList(ends.size(), due.size())).hasSizeGreaterThan(2).containsOnlyNulls();
        Response page = list("?limit=2");
        List<String> paged = new java.util.ArrayList<>(page.jsonPath().getList("findings.finding.rule", String.class));
        while (page.header("Link") != null) {
            page = Session.of(LEADER).get(page.header("Link").replaceAll("^<([^>]*)>.*", "$1"));
            paged.addAll(page.jsonPath().getList("findings.finding.rule"));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(list("?unit=12").jsonPath().getList("findings.unit")).containsOnly(12);
        assertThat(list("?unit=0&limit=200").jsonPath().getList("findings.finding.rule"))
                .containsExactly("screening.decided");
        assertThat(list("?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(list("?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void datesOutOfOrderAreSaidAndWhatNobodyCanTellIsNotGuessed() {
        cases.open(CHILD, A + " CASE_PLACEMENT_ENDED", A.plusDays(1) + " CASE_PLACED=3");

        checkOn(TODAY);

        assertThat(states("disorder.case_placed")).containsExactly("disorder");
        assertThat(states("followup.first")).containsExactly("undecidable");
        assertThat(list("?rule=followup.first").jsonPath().getString("findings[0].finding.missing"))
                .isEqualTo("CASE_PLACED");

        cases.retract(CHILD, A + " CASE_PLACEMENT_ENDED");
        checkOn(TODAY.plusDays(1));

        assertThat(states("disorder.case_placed")).isEmpty();
        assertThat(states("followup.first")).containsExactly("open");
    }

    @Test
    void whatIsMendedIsSaidWithItsDaysAndMayComeBack() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        String id = list("").jsonPath().getString("findings[0].case_id");
        cases.add(CHILD, A + " CASE_SCREENING=1");
        checkOn(TODAY.plusDays(1));

        assertThat(states("screening.decided")).isEmpty();
        Response opened = Session.of(ONE).get(PATH + "/cases/" + id);
        assertThat(opened.jsonPath().getString("findings[0].resolved_by")).isEqualTo("done");
        assertThat(opened.jsonPath().getString("findings[0].first_seen")).isEqualTo(TODAY.toString());
        assertThat(opened.jsonPath().getString("findings[0].resolved_on"))
                .isEqualTo(TODAY.plusDays(1).toString());
        assertThat(opened.jsonPath().getString("findings[0].done")).isEqualTo(A.toString());

        cases.retract(CHILD, A + " CASE_SCREENING=1");
        checkOn(TODAY.plusDays(2));
        assertThat(states("screening.decided")).containsExactly("open");
        cases.close(CHILD);
        checkOn(TODAY.plusDays(3));
        assertThat(states("screening.decided")).isEmpty();
        assertThat(rows("select resolved_by from case_finding order by number")).containsExactly("done", "left_scope");
    }

    @Test
    void aDayIsCheckedOnceHoweverOftenAndByHowManyAtOnce() throws Exception {
        cases.open(CHILD, A + " CASE_AWARE");
        LedgerSpy spy = LedgerSpy.now();

        int checked = 0;
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> all = Stream.generate(() -> both.submit(() -> check.check(HOLDING, on(TODAY))))
                    .limit(4)
                    .toList();
            for (Future<Boolean> one : all) {
                checked += one.get() ? 1 : 0;
            }
        }

        assertThat(checked).isEqualTo(1);
        assertThat(job.checkAll(on(TODAY))).isZero();
        assertThat(job.checkAll(on(TODAY.minusDays(1)))).isZero();
        assertThat(rows("select count(*) from case_finding")).containsExactly("1");
        assertThat(spy.entries("casefile.checked")).hasSize(1);
        assertThat(spy.entries("casefile.checked").getFirst())
                .contains("screening.decided@1 open 1", "\"cases\":1", TODAY.toString())
                .doesNotContain(Sender.pseudonym(CHILD));
    }

    @Test
    void whatIsBrokenOffLeavesNothingAndIsDoneAgain() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        change("alter table case_month rename to case_month_away");
        try {
            assertThatThrownBy(() -> check.check(HOLDING, on(TODAY))).isInstanceOf(RuntimeException.class);
        } finally {
            change("alter table case_month_away rename to case_month");
        }
        assertThat(rows("select count(*) from case_finding")).containsExactly("0");
        assertThat(rows("select count(*) from case_check")).containsExactly("0");

        checkOn(TODAY);

        assertThat(states("screening.decided")).containsExactly("open");
    }

    @Test
    void withoutALegalBasisNothingIsRead() throws SQLException {
        cases.open(CHILD, A + " CASE_AWARE");
        LedgerSpy spy = LedgerSpy.now();
        CaseFiles.Holding other = new CaseFiles.Holding(HOLDING.municipality(), new BasisId("lb.case"));

        assertThatThrownBy(() -> check.check(other, on(TODAY))).isInstanceOf(RefusedFault.class);

        assertThat(spy.types()).contains("gate.refused").doesNotContain("casefile.checked");
        assertThat(rows("select count(*) from case_check")).containsExactly("0");
    }

    @Test
    void aRuleThatIsWithdrawnResolvesWhatItFound() throws Exception {
        cases.open(CHILD, A + " CASE_AWARE");
        checkOn(TODAY);
        assertThat(states("screening.decided")).containsExactly("open");

        assertThat(without("screening.decided").check(HOLDING, on(TODAY.plusDays(1))))
                .isTrue();

        assertThat(states("screening.decided")).isEmpty();
        assertThat(rows("select resolved_by from case_finding")).containsExactly("rule_changed");
    }

    /** The same check by a set that lacks a rule. */
    private CaseCheck without(String rule) throws Exception {
        PolicySet shipped = PolicySetReader.shipped();
        String text = shipped.file(PolicySet.CASE_RULES).orElseThrow().text().orElseThrow();
        int from = text.indexOf("  - id: " + rule);
        int to = text.indexOf("  - id: ", from + 1);
        PolicyFile shorter = PolicyFile.of(PolicySet.CASE_RULES, text.substring(0, from) + text.substring(to));
        CaseRuleRegister fewer = CaseRuleRegister.read(shipped.with(shorter), new java.util.ArrayList<>());
        assertThat(fewer.all()).hasSize(register.all().size() - 1);
        return new CaseCheck(this.files, findings, checks, grounds, fewer, deadlines, engine, rules, epochs, ledger);
    }
}
