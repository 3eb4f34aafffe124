package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Retained;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source had taken back before a run read it is not known, and is told apart from what was never delivered. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RetractedInputIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), HERE);
    private static final DemoPerson READER = DemoPerson.CASEWORKER_ONE;

    @Inject
    RunDesk desk;

    @Inject
    Flags flags;

    @Inject
    FlagJobs jobs;

    @Inject
    Clock clock;

    @Inject
    @All
    List<Retained> retained;

    private Instant yesterday;
    private LocalDate today;

    @BeforeEach
    void oneChildWhoseAgeWasTakenBackAndOneOfWhomItWasNeverTold() throws SQLException {
        FlagData.clear();
        yesterday = clock.instant().minus(Duration.ofDays(1));
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        for (int child = 0; child < 2; child++) {
            FlagData.inScope(
                    child, today.minusDays(10), today.plusDays(20), yesterday.minus(Duration.ofDays(9)), false);
            FlagData.observed(child, FlagData.NOTIF_PRIOR, today.minusDays(5), 3, yesterday, false);
        }
        FlagData.observed(0, FlagData.AGE_BAND, today.minusDays(5), 2, yesterday.minusSeconds(60), false);
        FlagData.observed(0, FlagData.AGE_BAND, today.minusDays(5), 2, yesterday, true);
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
    }

    @AfterEach
    void nothingStays() throws SQLException {
        FlagData.clear();
    }

    private FlagFacts facts(int child) {
        return flags.list(HERE, Optional.empty(), 10).stream()
                .map(flag -> flags.facts(HERE, flag.id()).orElseThrow())
                .filter(facts -> facts.pseudonym().equals(FlagData.child(child)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFlagKeepsTheTwoApart() {
        assertThat(facts(0).retracted()).extracting(Object::toString).containsExactly("AGE_BAND");
        assertThat(facts(0).missing()).isEmpty();
        assertThat(facts(1).missing()).extracting(Object::toString).containsExactly("AGE_BAND");
        assertThat(facts(1).retracted()).isEmpty();
    }

    @Test
    void theReaderSeesWhichOfTheTwoItIs() {
        String takenBack = facts(0).listing().id().toString();
        String never = facts(1).listing().id().toString();

        Response answer = Session.of(READER).get("/api/v1/flags/" + takenBack);
        assertThat(answer.<List<String>>path("retracted")).containsExactly("AGE_BAND");
        assertThat(answer.<List<String>>path("missing")).isEmpty();
        assertThat(page(takenBack)).contains("Trukket tilbage af kilden").doesNotContain("Mangler: ikke leveret");
        assertThat(page(never)).contains("Mangler: ikke leveret").doesNotContain("Trukket tilbage af kilden");
    }

    private static String page(String flag) {
        return RestAssured.given()
                .accept("text/html")
                .cookies(Session.cookies(READER))
                .get("/flags/" + flag)
                .asString();
    }

    @Test
    void whatWasTakenBackGoesWithTheFlag() throws SQLException {
        FlagData.inScope(0, today.minusDays(10), today.plusDays(20), clock.instant(), true);

        Published.await();
        jobs.followSources();
        assertThat(RunRows.count("flag where state = 'withdrawn' and retracted <> '{}'"))
                .isEqualTo(1);

        Instant later = clock.instant().plus(Duration.ofHours(73));
        retained.stream().filter(FlagErasure.Rows.class::isInstance).forEach(rows -> rows.eraseDue(later));

        assertThat(RunRows.count("flag where retracted <> '{}'")).isZero();
    }
}
