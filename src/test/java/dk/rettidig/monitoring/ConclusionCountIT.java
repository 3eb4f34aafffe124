package dk.rettidig.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.Phase;
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
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concluded screenings from the table they are delivered to, to counts, figures and pauses. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConclusionCountIT {

    private static final String WHY = "Vi har set på tallene: en ny praksis for screening forklarer dem.";

    @Inject
    ConclusionJobs jobs;

    @Inject
    Clock clock;

    private Instant now;
    private ConcludedRows rows;
    private LedgerSpy spy;
    private final Pseudonym child = ConcludedRows.child();

    @BeforeEach
    void anEmptyMunicipality() throws SQLException {
        ConcludedRows.clear();
        now = clock.instant();
        rows = new ConcludedRows(now);
        spy = LedgerSpy.now();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        ConcludedRows.clear();
    }

    private Map<Pseudonym, FlagId> flagged(Pseudonym of) throws SQLException {
        rows.inScope(of, 10);
        return rows.run(10, Phase.DEMO, 0.42, Map.of(of, MemberStatus.FLAGGED));
    }

    private static long counted(String condition) throws SQLException {
        return ConcludedRows.sum("monitoring_conclusion where " + condition);
    }

    @Test
    void eachIsCountedOnceWithWhatTheModelHadSaidAndNothingOfTheChildStays() throws SQLException {
        // Given
        Pseudonym passedOver = ConcludedRows.child();
        Pseudonym silent = ConcludedRows.child();
        Map<Pseudonym, MemberStatus> children = new LinkedHashMap<>();
        children.put(child, MemberStatus.FLAGGED);
        children.put(passedOver, MemberStatus.SCORED);
        children.put(silent, MemberStatus.ABSTAINED);
        FlagId flag =
                rows.run(10, Phase.DEMO, 0.42, children).values().iterator().next();
        for (Pseudonym each : children.keySet()) {
            rows.inScope(each, 10);
            rows.concluded(each, each.equals(child), false, 30);
        }
        rows.aged(child, 3);
        ConcludedRows.viewed(flag, "somebody", "need_likely");

        // When
        jobs.follow(now);
        jobs.follow(now);

        // Then
        assertThat(counted("true")).isEqualTo(3);
        assertThat(counted("became = 'flagged' and need and age_band = 3 and tenth = 4 and probabilities = 0.42"))
                .isEqualTo(1);
        assertThat(counted("became = 'scored' and not need and age_band = -1 and tenth = -1"))
                .isEqualTo(1);
        assertThat(counted("became = 'abstained' and not need")).isEqualTo(1);
        assertThat(ConcludedRows.count("monitoring_view where choice = 'need_likely' and need and views = 1"))
                .isEqualTo(1);
        assertThat(ConcludedRows.count("monitoring_reviewer where position('somebody'::bytea in mark) > 0"))
                .isZero();
        assertThat(spy.entries("monitoring.conclusions_counted"))
                .singleElement(STRING)
                .contains("\"counted_band\":\"1-9\"", "\"unplaced_band\":\"0\"", "\"actor_kind\":\"scheduler\"");
        assertThat(spy.entries("gate.permitted").stream().filter(entry -> entry.contains("count_conclusions")))
                .isNotEmpty();
    }

    @Test
    void theLatestRunBeforeTheConclusionTellsAndAShadowDoesNot() throws SQLException {
        rows.inScope(child, 10);
        rows.run(12, Phase.DEMO, 0.42, Map.of(child, MemberStatus.SCORED));
        rows.run(10, Phase.DEMO, 0.42, Map.of(child, MemberStatus.FLAGGED));
        rows.run(8, Phase.SHADOW, 0.42, Map.of(child, MemberStatus.SCORED));
        rows.run(1, Phase.DEMO, 0.42, Map.of(child, MemberStatus.ABSTAINED));
        rows.concluded(child, true, false, 30);

        jobs.follow(now);

        assertThat(counted("became = 'flagged'")).isEqualTo(1);
        assertThat(counted("true")).isEqualTo(1);
    }

    @Test
    void theStrengthOfAFlagThatNobodyReadIsNotLookedAt() throws SQLException {
        flagged(child);
        ConcludedRows.change("update flag set state = 'open'");
        rows.concluded(child, true, false, 30);

        jobs.follow(now);

        assertThat(counted("became = 'flagged' and tenth = -1 and probabilities = 0"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionBeforeCountingIsCountedInstead() throws SQLException {
        flagged(child);
        rows.concluded(child, true, false, 50);
        rows.concluded(child, false, false, 30);

        jobs.follow(now);

        assertThat(counted("not need")).isEqualTo(1);
        assertThat(counted("need")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, false, 1", "true, true, 1", "true, false, 0"})
    void whatBecomesKnownAfterCountingStaysOutAndIsToldWhereItDiffers(boolean need, boolean retracted, long changed)
            throws SQLException {
        flagged(child);
        rows.concluded(child, true, false, 50);
        jobs.follow(now);
        rows.concluded(child, need, retracted, 30);

        jobs.follow(now);
        jobs.follow(now);

        assertThat(counted("need")).isEqualTo(1);
        assertThat(counted("not need")).isZero();
        assertThat(ConcludedRows.sum("monitoring_aside where why = 'changed'")).isEqualTo(changed);
    }

    @Test
    void aConclusionThatWasRetractedIsNotCounted() throws SQLException {
        flagged(child);
        rows.concluded(child, true, false, 50);
        rows.concluded(child, true, true, 30);

        jobs.follow(now);

        assertThat(counted("true")).isZero();
    }

    @Test
    void whatIsYoungerThanADayWaitsUnlessItsScopeEnds() throws SQLException {
        flagged(child);
        rows.concluded(child, true, false, 23);
        jobs.follow(now);
        assertThat(counted("true")).isZero();

        ConcludedRows.change("update scope set to_day = ?", rows.today.minusDays(3));
        jobs.follow(now);

        assertThat(counted("need")).isEqualTo(1);
    }

    @Test
    void nobodyOutOfScopeOfAnotherMunicipalityOrWhomSomebodyObjectedForIsCounted() throws SQLException {
        Pseudonym outside = ConcludedRows.child();
        Pseudonym elsewhere = ConcludedRows.child();
        Map<Pseudonym, MemberStatus> children = new LinkedHashMap<>();
        for (Pseudonym each : new Pseudonym[] {child, outside, elsewhere}) {
            children.put(each, MemberStatus.FLAGGED);
        }
        rows.run(10, Phase.DEMO, 0.42, children);
        rows.inScope(child, 10);
        rows.inScope(elsewhere, 10);
        rows.concluded(child, true, false, 30);
        rows.concluded(outside, true, false, 30);
        rows.concluded(101, elsewhere, true, false, 30);
        ConcludedRows.change(
                "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by, registered_at)"
                        + " values (999, gen_random_uuid(), ?, sha256('x'), 'objection', 'S-2026-17', 'desk', now())",
                (Object) child.bytes());

        jobs.follow(now);

        assertThat(counted("true")).isZero();
        assertThat(spy.entries("monitoring.conclusions_counted")).isEmpty();
    }

    @Test
    void aChildInNoRunThatCanBeShownIsInNoFigure() throws SQLException {
        rows.inScope(child, 10);
        rows.concluded(child, true, false, 30);

        jobs.follow(now);

        assertThat(counted("true")).isZero();
        assertThat(ConcludedRows.sum("monitoring_aside where why = 'unplaced'")).isEqualTo(1);
        assertThat(spy.entries("monitoring.conclusions_counted"))
                .singleElement(STRING)
                .contains("\"unplaced_band\":\"1-9\"");
    }

    /** Sixty flagged children of whom the model calculated that 55 of 100 have need, and as many who were not flagged. */
    private void many(int need, int reviewers) throws SQLException {
        Map<Pseudonym, MemberStatus> children = new LinkedHashMap<>();
        for (int i = 0; i < 120; i++) {
            children.put(ConcludedRows.child(), i < 60 ? MemberStatus.FLAGGED : MemberStatus.SCORED);
        }
        Map<Pseudonym, FlagId> flags = rows.run(10, Phase.DEMO, 0.55, children);
        int at = 0;
        for (Pseudonym each : children.keySet()) {
            rows.inScope(each, 10);
            rows.concluded(each, at % 60 < need, false, 30);
            FlagId flag = flags.get(each);
            if (flag != null) {
                ConcludedRows.viewed(flag, "reader " + at % reviewers, "need_likely");
            }
            at++;
        }
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false", "33, false"})
    void needThatCertainlyLiesFarFromWhatWasCalculatedPausesTheModel(int need, boolean paused) throws SQLException {
        many(need, 5);

        jobs.follow(now);

        assertThat(ConcludedRows.count("monitoring_pause where resumed_at is null"))
                .isEqualTo(paused ? 1 : 0);
        assertThat(spy.entries("monitoring.paused")).hasSize(paused ? 1 : 0);
    }

    @Test
    void aPersonResumesAndWhatWasAcceptedDoesNotPauseAgain() throws SQLException {
        // Given
        many(5, 5);
        jobs.follow(now);
        assertThat(spy.entries("monitoring.paused")).singleElement(STRING).contains("concluded_calibration");
        Response seen = Session.of(DemoPerson.TEAM_LEADER).get("/api/v1/monitoring");
        assertThat(seen.<Object>path("pauses[0].run")).isNull();
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .accept("text/html")
                        .get("/flags")
                        .asString())
                .contains("Markering er sat på pause");

        // When
        Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .body(Map.of("because", WHY))
                .post("/api/v1/monitoring/pauses/" + seen.path("pauses[0].id") + "/resume")
                .then()
                .statusCode(200);
        Pseudonym more = ConcludedRows.child();
        flagged(more);
        rows.concluded(more, true, false, 30);
        jobs.follow(now);

        // Then
        assertThat(ConcludedRows.count("monitoring_pause where resumed_at is null"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void modelAndPeopleStandSideBySideOnceThereAreFivePeople(int reviewers, boolean shown) throws SQLException {
        many(33, reviewers);
        jobs.follow(now);

        Response seen = Session.of(DemoPerson.TEAM_LEADER).get("/api/v1/monitoring");

        String all = "concluded.models[0].groups.find { it.age_band == -2 }";
        assertThat(seen.<Integer>path(all + ".of_model.recall.found")).isEqualTo(33);
        assertThat(seen.<Integer>path(all + ".of_model.recall.of")).isEqualTo(66);
        assertThat(seen.<Object>path(all + ".of_people") != null).isEqualTo(shown);
        String page = Session.of(DemoPerson.TEAM_LEADER)
                .accept("text/html")
                .get("/monitoring")
                .asString();
        assertThat(page).contains("33 af 66", "Model og mennesker ved siden af hinanden");
        assertThat(page).doesNotContain("reader 0");
    }
}
