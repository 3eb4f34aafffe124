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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source corrects a value behind a flag: found, calculated with again, shown after the seal, and nothing closed. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CorrectionIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), HERE);
    private static final DemoPerson READER = DemoPerson.CASEWORKER_ONE;
    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";

    @Inject
    RunDesk desk;

    @Inject
    Flags flags;

    @Inject
    FlagJobs jobs;

    @Inject
    Clock clock;

    private Instant yesterday;
    private LocalDate today;

    @BeforeEach
    void twoChildrenWithAFlag() throws SQLException {
        FlagData.clear();
        yesterday = clock.instant().minus(Duration.ofDays(1));
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        for (int child = 0; child < 2; child++) {
            FlagData.inScope(
                    child, today.minusDays(10), today.plusDays(20), yesterday.minus(Duration.ofDays(9)), false);
            tell(child, FlagData.NOTIF_PRIOR, 3, yesterday, false);
            tell(child, FlagData.AGE_BAND, 2, yesterday, false);
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
    }

    @AfterEach
    void nothingStays() throws SQLException {
        FlagData.clear();
    }

    private void tell(int child, short indicator, double value, Instant known, boolean retracted) throws SQLException {
        FlagData.observed(child, indicator, today.minusDays(5), value, known, retracted);
    }

    private FlagId flag(int child) {
        return flags.list(HERE, Optional.empty(), 10).stream()
                .map(FlagListing::id)
                .filter(id -> flags.facts(HERE, id).orElseThrow().pseudonym().equals(FlagData.child(child)))
                .findFirst()
                .orElseThrow();
    }

    private static Response weights(FlagId flag) {
        String address = "/api/v1/flags/" + flag;
        Session.of(READER).get(address);
        Session.of(READER)
                .contentType(ContentType.JSON)
                .body(Map.of("choice", "in_doubt", "justification", WHY))
                .post(address + "/own-view");
        return Session.of(READER).get(address + "/weights");
    }

    private static String page(String path) {
        return RestAssured.given()
                .accept("text/html")
                .cookies(Session.cookies(READER))
                .get(path)
                .asString();
    }

    @Test
    void aCorrectionBelowTheThresholdIsSaidAfterTheSealAndTheFlagStays() throws SQLException {
        // Given
        FlagId flag = flag(0);
        LedgerSpy spy = LedgerSpy.now();
        tell(0, FlagData.NOTIF_PRIOR, 1, clock.instant(), false);

        // When
        Published.await();
        jobs.followSources();

        // Then
        assertThat(spy.entries("flag.values_corrected"))
                .singleElement(STRING)
                .contains(flag.toString())
                .doesNotContain(flag(1).toString());
        assertThat(page("/flags/" + flag))
                .contains("En oplysning er rettet siden", "rettet i kilden siden")
                .doesNotContain("grænsen for en markering");
        Response weights = weights(flag);
        assertThat(weights.<String>path("rescored.result")).isEqualTo("below");
        assertThat(weights.<Float>path("probability"))
                .as("what the run saw stays")
                .isEqualTo((float) FixtureModel.probability(3));
        assertThat(page("/flags/" + flag + "/weights")).contains("når værdien ikke længere grænsen");
        assertThat(flags.find(HERE, flag).orElseThrow().state().ended()).isFalse();
    }

    @Test
    void beforeTheSealTheDatabaseShowsNoRecalculation() throws SQLException {
        FlagId flag = flag(0);
        tell(0, FlagData.NOTIF_PRIOR, 1, clock.instant(), false);
        Published.await();
        jobs.followSources();

        assertThat(RunRows.count("flag_rescore")).isEqualTo(1);
        assertThat(flags.rescored(HERE, flag)).isEmpty();
        assertThat(flags.rescored(new MunicipalityCode("101"), flag)).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> {
            flags.open(HERE, flag, Optional.empty());
            flags.sealView(HERE, flag, Optional.empty());
        });
        assertThat(flags.rescored(HERE, flag))
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(
                                Rescored.Value.class,
                                value -> assertThat(value.probability()).isEqualTo(FixtureModel.probability(1))));
    }

    @Test
    void aRetractionOfWhatTheModelNeedsLeavesNoCalculation() throws SQLException {
        FlagId flag = flag(0);
        tell(0, FlagData.NOTIF_PRIOR, 3, clock.instant(), true);

        Published.await();
        jobs.followSources();

        assertThat(weights(flag).<String>path("rescored.result")).isEqualTo("abstained");
    }

    @Test
    void aCorrectionThatChangesLittleLeavesTheValueAbove() throws SQLException {
        FlagId flag = flag(0);
        tell(0, FlagData.AGE_BAND, 3, clock.instant(), false);

        Published.await();
        jobs.followSources();

        assertThat(weights(flag).<String>path("rescored.result")).isEqualTo("above");
    }

    @Test
    void theLastOfSeveralCorrectionsCountsAndOneBackTakesTheMarkAway() throws SQLException {
        // Given
        FlagId flag = flag(0);
        tell(0, FlagData.NOTIF_PRIOR, 1, clock.instant().minusSeconds(50), false);
        Published.await();
        jobs.followSources();
        LedgerSpy spy = LedgerSpy.now();

        // When
        tell(0, FlagData.NOTIF_PRIOR, 0, clock.instant().minusSeconds(40), false);
        Published.await();
        jobs.followSources();
        Published.await();
        jobs.followSources();

        // Then
        assertThat(spy.entries("flag.values_corrected")).as("once for each").hasSize(1);
        tell(0, FlagData.NOTIF_PRIOR, 3, clock.instant().minusSeconds(30), false);
        Published.await();
        jobs.followSources();
        assertThat(flags.find(HERE, flag).orElseThrow().valueChanged()).isFalse();
        assertThat(weights(flag).<String>path("rescored.result")).isEqualTo("above");
    }

    @Test
    void theSameValueToldAgainAndAValueOfAnotherDayAreNoCorrections() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        tell(0, FlagData.NOTIF_PRIOR, 3, clock.instant(), false);
        FlagData.observed(0, FlagData.NOTIF_PRIOR, today.minusDays(1), 0, clock.instant(), false);

        Published.await();
        jobs.followSources();

        assertThat(spy.entries("flag.values_corrected")).isEmpty();
        assertThat(RunRows.count("flag_rescore")).isZero();
        assertThat(weights(flag(0)).<Object>path("rescored")).isNull();
    }

    @Test
    void theRecalculationGoesWithTheFlag() throws SQLException {
        tell(0, FlagData.NOTIF_PRIOR, 1, clock.instant(), false);
        Published.await();
        jobs.followSources();
        FlagData.inScope(0, today.minusDays(10), today.plusDays(20), clock.instant(), true);

        Published.await();
        jobs.followSources();

        assertThat(RunRows.count("flag where state = 'withdrawn'")).isEqualTo(1);
        assertThat(RunRows.count("flag_rescore")).isZero();
    }
}
