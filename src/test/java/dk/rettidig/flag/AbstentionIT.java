package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run counts the children it says nothing of, by reason and age band, and shows no count that could be somebody. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AbstentionIT {

    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), MunicipalityCode.SYNTHETIC);
    private static final String NEEDED = "required_missing";

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    Clock clock;

    private LocalDate today;
    private int children;

    @BeforeEach
    void nobody() throws SQLException {
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        children = 0;
        FlagData.clear();
    }

    @Test
    void countsByReasonAndAgeBandWhatAddsUpToTheRun() throws SQLException {
        withoutNotifications(6, 2);
        withoutNotifications(7, 3);

        Run run = run();

        assertThat(((RunState.Finished) run.state()).counts().abstained()).isEqualTo(13);
        assertThat(runs.abstentions(run.id()).byReason())
                .containsEntry(AbstentionCounts.ALL, Map.of(2, 6L, 3, 7L))
                .containsEntry(NEEDED, Map.of(2, 6L, 3, 7L));
    }

    @Test
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void answersWithoutSmallCountsAndWithoutWhatWouldGiveThemAway() throws SQLException {
        withoutNotifications(6, 2);
        withoutNotifications(8, 3);
        withoutNotifications(2, 4);
        Run run = run();

        JsonPath answer = RestAssured.get("/api/v1/runs/" + run.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        String row = "abstentions.find { it.reason == '" + NEEDED + "' }";
        assertThat(answer.getInt(row + ".children")).isEqualTo(16);
        assertThat(answer.getList(row + ".age_bands.age_band", Integer.class)).containsExactly(2, 3, 4);
        assertThat(answer.getList(row + ".age_bands.children", Integer.class)).containsExactly(null, 8, null);
    }

    @Test
    @TestSecurity(
            user = "leader",
            roles = "team_leader",
            attributes = @SecurityAttribute(key = "municipality", value = "999"))
    void showsThemOnThePageInBothLanguages() throws SQLException {
        withoutNotifications(6, 2);
        withoutNotifications(2, 4);
        run();

        String danish = page("da");
        String english = page("en");

        assertThat(danish)
                .contains(
                        "Hvorfor der ingen beregning er, efter alder",
                        "En nødvendig oplysning mangler",
                        "3-6 år",
                        "vises ikke");
        assertThat(english).contains("Why there is no calculation, by age", "A necessary fact is missing", "not shown");
    }

    private static String page(String language) {
        return RestAssured.given()
                .accept("text/html")
                .cookie("rettidig-language", language)
                .header("Accept-Language", language)
                .get("/runs")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void countsNobodyWhenEverybodyIsCalculated() throws SQLException {
        FlagData.inScope(
                1, today.minusDays(5), today.plusDays(5), clock.instant().minus(Duration.ofDays(1)), false);
        FlagData.observed(
                1, FlagData.NOTIF_PRIOR, today.minusDays(1), 1, clock.instant().minus(Duration.ofDays(1)), false);

        assertThat(runs.abstentions(run().id())).isEqualTo(AbstentionCounts.NONE);
    }

    /** Children of whom nothing is known but their age. */
    private void withoutNotifications(int count, int ageBand) throws SQLException {
        for (int i = 0; i < count; i++) {
            children++;
            FlagData.inScope(
                    children,
                    today.minusDays(5),
                    today.plusDays(5),
                    clock.instant().minus(Duration.ofDays(1)),
                    false);
            FlagData.observed(
                    children,
                    FlagData.AGE_BAND,
                    today.minusDays(1),
                    ageBand,
                    clock.instant().minus(Duration.ofDays(1)),
                    false);
        }
    }

    private Run run() {
        desk.startAndWait(
                LEADER,
                new RunRequest(
                        MunicipalityCode.SYNTHETIC,
                        new BasisId(FlagData.BASIS),
                        Phase.DEMO,
                        ScopeKind.NOTIFIED,
                        FixtureModel.REF,
                        Set.of(),
                        today));
        return runs.list(MunicipalityCode.SYNTHETIC, Optional.empty(), 1).getFirst();
    }
}
