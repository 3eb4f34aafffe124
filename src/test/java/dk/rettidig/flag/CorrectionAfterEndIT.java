package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.Browser;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source corrects a value after the flag was concluded: who read it is told, nothing is reopened, a changed copy is refused. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CorrectionAfterEndIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), HERE);
    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final String LIST = "/api/v1/flags/corrections";

    @TestHTTPResource("/")
    URI base;

    @Inject
    RunDesk desk;

    @Inject
    Flags flags;

    @Inject
    FlagUpkeep upkeep;

    @Inject
    FlagJobs jobs;

    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void twoChildrenWithAFlag() throws SQLException {
        FlagData.clear();
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        today = clock.instant().atZone(dk.rettidig.law.calendar.Due.DENMARK).toLocalDate();
        for (int child = 0; child < 2; child++) {
            FlagData.inScope(
                    child, today.minusDays(10), today.plusDays(20), yesterday.minus(Duration.ofDays(9)), false);
            tell(child, 3, yesterday, false);
            FlagData.observed(child, FlagData.AGE_BAND, today.minusDays(5), 2, yesterday, false);
        }
        desk.startAndWait(
                LEADER,
                new RunRequest(
                        HERE,
                        new BasisId(FlagData.BASIS),
                        Phase.DEMO,
                        ScopeKind.NOTIFIED,
                        FixtureModel.REF,
                        Set.of(),
                        today));
        Published.await();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        FlagData.clear();
    }

    private void tell(int child, double value, Instant known, boolean retracted) throws SQLException {
        FlagData.observed(child, FlagData.NOTIF_PRIOR, today.minusDays(5), value, known, retracted);
    }

    private FlagId flag(int child) {
        return flags.list(HERE, Optional.empty(), 10).stream()
                .map(FlagListing::id)
                .filter(id -> flags.facts(HERE, id).orElseThrow().pseudonym().equals(FlagData.child(child)))
                .findFirst()
                .orElseThrow();
    }

    private static String address(FlagId flag) {
        return "/api/v1/flags/" + flag;
    }

    private static Response post(DemoPerson person, String path, Map<String, String> body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post(path);
    }

    private static String sealed(DemoPerson person, FlagId flag) {
        Session.of(person).get(address(flag));
        post(person, address(flag) + "/own-view", Map.of("choice", "in_doubt", "justification", WHY));
        return Session.of(person).get(address(flag) + "/weights").header("ETag");
    }

    private static Response outcome(FlagId flag, String version) {
        return Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("kind", "no_reason", "justification", WHY))
                .post(address(flag) + "/outcome");
    }

    /** A flag of the first child that one caseworker concluded. */
    private FlagId concluded() {
        FlagId flag = flag(0);
        assertThat(outcome(flag, sealed(ONE, flag)).statusCode()).isEqualTo(201);
        return flag;
    }

    private static List<String> told(DemoPerson person) {
        return Session.of(person).get(LIST).jsonPath().getList("flag");
    }

    @Test
    void thoseWhoReadAnEndedFlagAreToldAndNobodyElseAndTheOutcomeStands() throws SQLException {
        // Given
        FlagId flag = concluded();
        Session.of(TWO).get(address(flag(1)));
        LedgerSpy spy = LedgerSpy.now();
        tell(0, 1, clock.instant(), false);

        // When
        jobs.followSources();
        jobs.followSources();

        // Then
        assertThat(spy.entries("flag.values_corrected")).singleElement(STRING).contains(flag.toString());
        assertThat(spy.entries("review.readers_told"))
                .singleElement(STRING)
                .contains(flag.toString(), "\"notices\":1")
                .doesNotContain("demo-raadgiver");
        assertThat(told(ONE)).containsExactly(flag.toString());
        assertThat(told(TWO)).isEmpty();
        assertThat(Session.of(DemoPerson.TEAM_LEADER).get(LIST).<String>path("[0].reader"))
                .isEqualTo("demo-raadgiver-1");
        assertThat(flags.find(HERE, flag).orElseThrow().state()).isInstanceOf(FlagState.Concluded.class);
        assertThat(RunRows.count("review_outcome where kind = 'no_reason' and flag = '" + flag + "'"))
                .as("what was concluded stands")
                .isEqualTo(1);
        assertThat(Session.of(ONE).get(address(flag) + "/weights").<String>path("rescored.result"))
                .as("whoever sealed sees the recalculation")
                .isEqualTo("below");
        assertThat(Session.of(TWO).get(address(flag) + "/weights").statusCode()).isEqualTo(403);
    }

    @Test
    void whoOnlyReadIsToldTooAndEachAcknowledgesForThemselves() throws SQLException {
        // Given
        FlagId flag = flag(0);
        Session.of(TWO).get(address(flag));
        concluded();
        tell(0, 1, clock.instant(), false);
        jobs.followSources();
        LedgerSpy spy = LedgerSpy.now();
        assertThat(told(TWO)).containsExactly(flag.toString());

        // When
        Response seen = post(ONE, address(flag) + "/correction", Map.of());
        Response again = post(ONE, address(flag) + "/correction", Map.of());
        Response another = post(ONE, address(flag) + "/correction", Map.of("reader", "demo-raadgiver-2"));

        // Then
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(another.statusCode()).isEqualTo(404);
        assertThat(told(ONE)).isEmpty();
        assertThat(told(TWO)).containsExactly(flag.toString());
        assertThat(spy.entries("review.correction_acknowledged"))
                .singleElement(STRING)
                .contains(flag.toString(), "\"actor_kind\":\"caseworker\"")
                .doesNotContain("demo-raadgiver");
    }

    @Test
    void theTeamLeaderAcknowledgesForAPersonWhoIsGoneAndSaysWhy() throws SQLException {
        // Given
        FlagId flag = concluded();
        tell(0, 1, clock.instant(), false);
        jobs.followSources();
        LedgerSpy spy = LedgerSpy.now();
        String path = address(flag) + "/correction";

        // When
        Response nobody = post(DemoPerson.TEAM_LEADER, path, Map.of("because", WHY));
        Response silent = post(DemoPerson.TEAM_LEADER, path, Map.of("reader", "demo-raadgiver-1"));
        Response stranger = post(DemoPerson.TEAM_LEADER, path, Map.of("reader", "somebody", "because", WHY));
        Response seen = post(DemoPerson.TEAM_LEADER, path, Map.of("reader", "demo-raadgiver-1", "because", WHY));

        // Then
        assertThat(List.of(nobody.statusCode(), silent.statusCode(), stranger.statusCode(), seen.statusCode()))
                .containsExactly(422, 422, 404, 200);
        assertThat(told(ONE)).isEmpty();
        assertThat(spy.entries("review.correction_acknowledged"))
                .singleElement(STRING)
                .contains("\"actor_kind\":\"team_leader\"", "because")
                .doesNotContain("demo-raadgiver", WHY);
    }

    @Test
    void aRetractedValueIsToldToo() throws SQLException {
        FlagId flag = concluded();
        tell(0, 3, clock.instant(), true);

        jobs.followSources();

        assertThat(told(ONE)).containsExactly(flag.toString());
        assertThat(Session.of(ONE).get(address(flag) + "/weights").<String>path("rescored.result"))
                .isEqualTo("abstained");
    }

    @Test
    void aSecondCorrectionIsToldAgain() throws SQLException {
        // Given
        FlagId flag = concluded();
        LedgerSpy spy = LedgerSpy.now();
        tell(0, 1, clock.instant().minusSeconds(50), false);
        jobs.followSources();
        post(ONE, address(flag) + "/correction", Map.of());
        assertThat(told(ONE)).isEmpty();

        // When
        tell(0, 2, clock.instant().minusSeconds(40), false);
        jobs.followSources();

        // Then
        assertThat(told(ONE)).containsExactly(flag.toString());
        assertThat(spy.entries("review.readers_told")).hasSize(2);
    }

    @Test
    void whatComesAfterTheFlagIsErasedDoesAndSaysNothing() throws SQLException {
        // Given
        FlagId flag = concluded();
        QuarkusTransaction.requiringNew().run(() -> {
            flags.acknowledge(HERE, flag);
            upkeep.erase(HERE, FlagUpkeep.Content.ACKNOWLEDGED, clock.instant().plusSeconds(60));
        });
        assertThat(RunRows.count("flag where id = '" + flag + "' and values_salt is not null"))
                .isZero();
        LedgerSpy spy = LedgerSpy.now();
        tell(0, 1, clock.instant(), false);

        // When
        jobs.followSources();

        // Then
        assertThat(spy.types())
                .doesNotContain("flag.values_corrected", "review.readers_told", "flag.copy_contradicted");
        assertThat(told(ONE)).isEmpty();
        assertThat(told(DemoPerson.TEAM_LEADER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flag_fact set value = 2 where flag = '%s' and indicator = 101",
                "update flag_fact set known_at = known_at - interval '1 day' where flag = '%s' and indicator = 503",
                "delete from flag_fact where flag = '%s' and indicator = 503",
                "update flag set stale = '{101}' where id = '%s'",
                "update flag set values_salt = sha256('another') where id = '%s'",
                "update flag set values_salt = null where id = '%s'"
            })
    void aCopyThatIsNotWhatTheEntryCommitsToIsRefusedOnceAndNotCalculatedWith(String tampering) throws SQLException {
        // Given
        FlagId flag = concluded();
        FlagId other = flag(1);
        FlagData.execute(tampering.formatted(flag));
        LedgerSpy spy = LedgerSpy.now();
        tell(0, 1, clock.instant(), false);
        tell(1, 1, clock.instant(), false);

        // When
        jobs.followSources();
        jobs.followSources();

        // Then
        assertThat(spy.entries("flag.copy_contradicted"))
                .singleElement(STRING)
                .contains(flag.toString())
                .doesNotContain(other.toString());
        assertThat(spy.entries("flag.values_corrected"))
                .singleElement(STRING)
                .contains(other.toString())
                .doesNotContain(flag.toString());
        assertThat(RunRows.count("flag_rescore where flag = '" + flag + "'")).isZero();
        assertThat(RunRows.count("flag_fact where change <> 'none' and flag = '" + flag + "'"))
                .isZero();
        assertThat(told(ONE)).isEmpty();
    }

    @Test
    void whoReadBeforeTheCorrectionReadsAgainBeforeConcluding() throws SQLException {
        FlagId flag = flag(0);
        String version = sealed(ONE, flag);
        tell(0, 1, clock.instant(), false);
        jobs.followSources();

        assertThat(outcome(flag, version).statusCode()).isEqualTo(412);
        String now = Session.of(ONE).get(address(flag) + "/weights").header("ETag");
        assertThat(outcome(flag, now).statusCode()).isEqualTo(201);
        assertThat(told(ONE)).as("the correction was on the page").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"DATA_PROTECTION_OFFICER", "DATA_TEAM"})
    void othersAreRefused(DemoPerson person) throws SQLException {
        FlagId flag = concluded();
        tell(0, 1, clock.instant(), false);
        jobs.followSources();

        assertThat(Session.of(person).get(LIST).statusCode()).isEqualTo(403);
        assertThat(post(person, address(flag) + "/correction", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(told(ONE)).containsExactly(flag.toString());
    }

    @Test
    void theCaseworkerSeesItOnTheFrontPageReadsAndAcknowledges() throws SQLException {
        FlagId flag = concluded();
        tell(0, 1, clock.instant(), false);
        jobs.followSources();
        String brief = flag.toString().substring(0, 8);
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(ONE.displayName());
            browser.visit("/");
            assertThat(browser.page().locator("main").textContent()).contains("1 oplysning er rettet efter afslutning");
            browser.follow("Se rettelserne");
            assertThat(browser.page().locator("section.rt-note").textContent())
                    .contains("Rettet efter afslutning", "Konklusionen ændrer sig ikke af sig selv");
            browser.inspect("flags-corrected-late");
            browser.follow("Åbn markering " + brief);
            assertThat(browser.page().locator("main").textContent())
                    .contains("En rettelse ændrer ikke konklusionen af sig selv", "rettet i kilden siden");
            browser.inspect("flag-corrected-late");
            browser.visit("/flags");
            browser.press("Jeg har set rettelsen: markering " + brief);
            assertThat(browser.page().locator("section.rt-note").count()).isZero();
        }
    }

    @Test
    void theTeamLeaderSeesWhoHasNotAcknowledged() throws SQLException {
        FlagId flag = concluded();
        tell(0, 1, clock.instant(), false);
        jobs.followSources();
        String brief = flag.toString().substring(0, 8);
        try (Browser browser = Browser.open(base)) {
            browser.signInAs(DemoPerson.TEAM_LEADER.displayName());
            browser.visit("/flags");
            assertThat(browser.page().locator("section.rt-note").textContent()).contains("Læst af demo-raadgiver-1");
            browser.inspect("flags-corrected-leader");
            browser.press("Kvittér for demo-raadgiver-1, markering " + brief);
            assertThat(browser.page().locator(".govuk-error-summary").textContent())
                    .contains("20");
            browser.inspect("flags-corrected-wrong");
            browser.page()
                    .getByLabel("Hvorfor kvitterer du for demo-raadgiver-1, markering " + brief + "?")
                    .fill(WHY);
            browser.press("Kvittér for demo-raadgiver-1, markering " + brief);
            assertThat(browser.page().locator("section.rt-note").count()).isZero();
        }
    }
}
