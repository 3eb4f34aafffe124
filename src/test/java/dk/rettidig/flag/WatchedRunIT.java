package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that are measured before they flag anybody, from the database to the page: the model of the tests was made with as
 * many children with none, one, two and three notifications, and a fifth each of four age bands and of no known age.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class WatchedRunIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), HERE);
    private static final String WHY = "Skolens udtræk blev lavet om; vi har set på tallene sammen.";
    private static final int MANY = 300;

    @Inject
    RunDesk desk;

    @Inject
    RunWorker worker;

    @Inject
    Runs runs;

    @Inject
    Flags flags;

    @Inject
    Clock clock;

    private LedgerSpy spy;

    @BeforeEach
    void anEmptyMunicipality() throws SQLException {
        FlagData.clear();
        spy = LedgerSpy.now();
    }

    @AfterEach
    void nothingStaysStopped() throws SQLException {
        FlagData.execute("truncate monitoring_run, monitoring_figure, monitoring_pause, model_withdrawal");
        FlagData.clear();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
    }

    /**
     * Children in scope, all of them delivered about yesterday.
     *
     * @param notifications SQL for the number of notifications of child n; null where there is none on file
     * @param band SQL for the age band of child n
     */
    private void children(int count, String notifications, String band) throws SQLException {
        String yesterday = "'" + clock.instant().minus(Duration.ofDays(1)) + "'";
        String child = "sha256(convert_to('child ' || n, 'UTF8'))";
        FlagData.execute("insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, "
                + "delivery) select 999, " + child + ", '" + FlagData.BASIS + "', '" + today().minusDays(10) + "', '"
                + today().plusDays(20) + "', " + yesterday + ", false, 1 from generate_series(1, " + count + ") n");
        observe(count, FlagData.NOTIF_PRIOR, notifications, child, yesterday);
        observe(count, FlagData.AGE_BAND, band, child, yesterday);
    }

    private void observe(int count, short indicator, String value, String child, String known) throws SQLException {
        FlagData.execute(
                "insert into observation (municipality, pseudonym, indicator, period_from, period_to, known_at, "
                        + "value, retracted, delivery) select 999, " + child + ", " + indicator + ", '"
                        + today().minusDays(3) + "', '" + today().minusDays(3) + "', " + known + ", " + value
                        + ", false, 17 from generate_series(1, " + count + ") n where " + value + " is not null");
    }

    private RunRequest request() {
        return new RunRequest(
                HERE, new BasisId(FlagData.BASIS), Phase.DEMO, ScopeKind.NOTIFIED, FixtureModel.REF, Set.of(), today());
    }

    private RunState run() {
        try {
            desk.startAndWait(LEADER, request());
        } catch (FlagFault stopped) {
            assertThat(stopped.errorCode()).isEqualTo(FlagErrorCode.MODEL_PAUSED);
        }
        return runs.list(HERE, Optional.empty(), 1).getFirst().state();
    }

    private static Response overview(DemoPerson person) {
        return Session.of(person).get("/api/v1/monitoring");
    }

    private static Response resume(DemoPerson person, String pause, String because) {
        return Session.of(person)
                .contentType(ContentType.JSON)
                .body(Map.of("because", because))
                .post("/api/v1/monitoring/pauses/" + pause + "/resume");
    }

    private static String standing() {
        return overview(DemoPerson.TEAM_LEADER).path("pauses[0].id");
    }

    @Test
    void aRunLikeTrainingIsMeasuredAndFlags() throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");

        RunState state = run();

        assertThat(state).isInstanceOf(RunState.Finished.class);
        Response seen = overview(DemoPerson.TEAM_LEADER);
        assertThat(seen.<String>path("runs[0].judgement")).isEqualTo("judged");
        assertThat(seen.jsonPath().getList("runs[0].figures.findAll { it.breached }"))
                .isEmpty();
        assertThat(seen.jsonPath().getList("runs[0].figures.measure")).hasSize(8);
        assertThat(seen.jsonPath().getList("pauses")).isEmpty();
        assertThat(spy.entries("monitoring.paused")).isEmpty();
    }

    @Test
    void aRunWhoseInputsHaveShiftedFlagsNobodyAndPausesItsModel() throws SQLException {
        children(MANY, "3", "nullif(n % 5, 0)");

        RunState state = run();

        assertThat(state)
                .isInstanceOfSatisfying(
                        RunState.Aborted.class,
                        aborted -> assertThat(aborted.reason()).isEqualTo("flag_model_paused"));
        assertThat(flags.list(HERE, Optional.empty(), 10)).isEmpty();
        assertThat(RunRows.count("flag") + RunRows.count("run_salt")).isZero();
        assertThat(spy.entries("monitoring.paused"))
                .singleElement(STRING)
                .contains("input_shift", "NOTIF_PRIOR", "notification-register", FixtureModel.REF.toString());
        assertThat(overview(DemoPerson.TEAM_LEADER).<String>path("pauses[0].indicator"))
                .isEqualTo("NOTIF_PRIOR");
    }

    @Test
    void aFeedThatHasStoppedPausesItsModel() throws SQLException {
        children(MANY, "n % 4", "null::int");

        assertThat(run()).isInstanceOf(RunState.Aborted.class);
        assertThat(spy.entries("monitoring.paused")).singleElement(STRING).contains("missing_rise school - 0.8000");
    }

    @Test
    void aFeedWhoseLatestPeriodIsLongAgoPausesItsModel() throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");
        FlagData.execute("update observation set period_from = period_from - 400, period_to = period_to - 400 "
                + "where indicator = " + FlagData.AGE_BAND);

        assertThat(run()).isInstanceOf(RunState.Aborted.class);
        assertThat(spy.entries("monitoring.paused")).singleElement(STRING).contains("stale_share school - 0.8000");
    }

    @Test
    void aSmallRunIsNotJudgedAndItsFiguresAreNotKept() throws SQLException {
        children(199, "3", "null::int");

        assertThat(run()).isInstanceOf(RunState.Finished.class);
        Response seen = overview(DemoPerson.TEAM_LEADER);
        assertThat(seen.<String>path("runs[0].judgement")).isEqualTo("too_few");
        assertThat(RunRows.count("monitoring_figure")).isZero();
    }

    @Test
    void aPausedModelStartsNoRunAndSaysWhy() throws SQLException {
        children(MANY, "3", "nullif(n % 5, 0)");
        run();
        long before = RunRows.count("run");

        Response asked = Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "municipality",
                        "999",
                        "basis",
                        FlagData.BASIS,
                        "phase",
                        "demo",
                        "scope",
                        "notified",
                        "model",
                        FixtureModel.REF.toString(),
                        "as_of",
                        today().toString()))
                .post("/api/v1/runs");

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.<String>path("code")).isEqualTo("flag_model_paused");
        assertThat(RunRows.count("run")).isEqualTo(before);
        assertThat(spy.entries("flag.run_stopped")).singleElement(STRING).contains("flag_model_paused");
    }

    @Test
    void everybodyWhoWorksWithFlagsSeesThatTheModelIsPaused() throws SQLException {
        children(MANY, "3", "nullif(n % 5, 0)");
        run();

        for (String path : Set.of("/flags", "/runs")) {
            String page = RestAssured.given()
                    .accept("text/html")
                    .cookies(Session.cookies(DemoPerson.CASEWORKER_ONE))
                    .get(path)
                    .asString();
            assertThat(page).contains("Markering er sat på pause", FixtureModel.REF.toString());
        }
    }

    @Test
    void aNamedPersonResumesOnceForAReasonAndWhatWasAcceptedDoesNotPauseAgain() throws SQLException {
        // Given
        children(MANY, "case when n % 10 < 7 then 3 else n % 3 end", "nullif(n % 5, 0)");
        run();
        String pause = standing();

        // When
        Response resumed = resume(DemoPerson.TEAM_LEADER, pause, WHY);
        Response again = resume(DemoPerson.TEAM_LEADER, pause, WHY);

        // Then
        assertThat(resumed.statusCode()).as(resumed.asString()).isEqualTo(200);
        assertThat(resumed.<String>path("resumed_by")).isEqualTo("team_leader");
        assertThat(again.<String>path("code")).isEqualTo("monitoring_resumed_already");
        assertThat(spy.entries("monitoring.resumed"))
                .singleElement(STRING)
                .contains(pause, "\"actor_kind\":\"team_leader\"")
                .doesNotContain("udtræk");
        assertThat(run()).isInstanceOf(RunState.Finished.class);
        Response seen = overview(DemoPerson.TEAM_LEADER);
        assertThat(seen.jsonPath().getList("runs[0].figures.findAll { it.accepted }.indicator"))
                .contains("NOTIF_PRIOR");
        FlagData.execute("update observation set value = 3 where indicator = " + FlagData.NOTIF_PRIOR);
        assertThat(run()).as("worse than what was accepted").isInstanceOf(RunState.Aborted.class);
    }

    @ParameterizedTest
    @CsvSource({"kort, text_too_short", "Barnet 310299-9876 er set på og alt er i orden., text_has_cpr"})
    void aPauseIsNotLiftedWithoutAProperReason(String because, String code) throws SQLException {
        children(MANY, "3", "nullif(n % 5, 0)");
        run();
        String pause = standing();

        Response answer = resume(DemoPerson.TEAM_LEADER, pause, because);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo(code);
        assertThat(RunRows.count("monitoring_pause where resumed_at is null")).isEqualTo(1);
    }

    @Test
    void othersDoNotResumeAndNobodyResumesWhatIsNotThere() throws SQLException {
        children(MANY, "3", "nullif(n % 5, 0)");
        run();
        String pause = standing();

        for (DemoPerson person :
                Set.of(DemoPerson.CASEWORKER_ONE, DemoPerson.DATA_PROTECTION_OFFICER, DemoPerson.DATA_TEAM)) {
            assertThat(resume(person, pause, WHY).statusCode()).isEqualTo(403);
        }
        assertThat(resume(DemoPerson.TEAM_LEADER, UUID.randomUUID().toString(), WHY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(RunRows.count("monitoring_pause where resumed_at is null")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadFlagsNobody() throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");
        FlagData.execute("alter table monitoring_pause rename to monitoring_pause_away");
        try {
            assertThatThrownBy(() -> desk.startAndWait(LEADER, request())).isInstanceOf(RuntimeException.class);
        } finally {
            FlagData.execute("alter table monitoring_pause_away rename to monitoring_pause");
        }
        assertThat(RunRows.count("flag") + RunRows.count("run where state = 'started'"))
                .isZero();
    }

    @Test
    void whatCannotBeMeasuredFlagsNobody() throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");
        FlagData.execute("alter table monitoring_figure rename to monitoring_figure_away");
        try {
            assertThatThrownBy(() -> desk.startAndWait(LEADER, request())).isInstanceOf(RuntimeException.class);
        } finally {
            FlagData.execute("alter table monitoring_figure_away rename to monitoring_figure");
        }
        assertThat(RunRows.count("flag")).isZero();
        assertThat(RunRows.count("run where state = 'aborted'")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"SHADOW", "DEVELOPMENT"})
    void aShadowIsMeasuredAndFlagsNobody(Phase phase) throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");
        RunRequest request = new RunRequest(
                HERE, new BasisId(FlagData.BASIS), phase, ScopeKind.NOTIFIED, FixtureModel.REF, Set.of(), today());
        Run shadow = new Run(
                new RunId(UUID.randomUUID()),
                request,
                new PolicyDigest("ab".repeat(32)),
                new RunState.Started(clock.instant()));
        UUID holder = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> runs.start(shadow, holder, Duration.ofMinutes(5)));

        worker.carryOut(shadow, LEADER, FixtureModel.model(), holder);

        assertThat(runs.find(shadow.id()).orElseThrow().state())
                .isInstanceOfSatisfying(RunState.Finished.class, finished -> {
                    assertThat(finished.counts().above()).isEqualTo(MANY / 2);
                    assertThat(finished.counts().flagged()).isZero();
                });
        assertThat(RunRows.count("flag") + RunRows.count("run_lot")).isZero();
        assertThat(spy.entries("flag.raised")).isEmpty();
        assertThat(overview(DemoPerson.TEAM_LEADER).<String>path("runs[0].judgement"))
                .isEqualTo("judged");
    }

    @Test
    void aWithdrawnModelStartsNoRunAndAPauseDoesNotBringItBack() throws SQLException {
        children(MANY, "n % 4", "nullif(n % 5, 0)");
        FlagData.execute(
                "insert into model_withdrawal (id, municipality, model_name, model_version, withdrawn_at) values "
                        + "('" + UUID.randomUUID() + "', 999, 'fixture', '1.0.0', now())");

        assertThatThrownBy(() -> desk.startAndWait(LEADER, request()))
                .isInstanceOfSatisfying(
                        FlagFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(FlagErrorCode.MODEL_WITHDRAWN));
        assertThat(RunRows.count("flag") + RunRows.count("run")).isZero();
    }
}
