package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A child is scored for as many days as the basis permits and not one more, whatever the interval on file says. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ScopeLimitIT {

    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), MunicipalityCode.SYNTHETIC);

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    LegalBases bases;

    @Inject
    Clock clock;

    private LocalDate today;
    private int maximumDays;

    @BeforeEach
    void anEmptyMunicipality() throws SQLException {
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        maximumDays = bases.find(new BasisId(FlagData.BASIS)).orElseThrow().maximumDays();
        FlagData.clear();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "200, 0"})
    void theLastDayOfTheMaximumIsInAndTheNextIsOut(int daysBeyond, int scored) throws SQLException {
        // The first day counts: after maximumDays - 1 more days comes the last.
        LocalDate from = today.minusDays(maximumDays - 1L + daysBeyond);
        scope(1, from, today.plusDays(300));

        assertThat(children()).isEqualTo(scored);
    }

    @Test
    void aNewNotificationBeginsANewScopeWhereTheOldOneEnded() throws SQLException {
        scope(1, today.minusDays(maximumDays), today.plusDays(300));
        scope(2, today.minusDays(maximumDays), today.plusDays(300));
        scope(2, today.minusDays(3), today.plusDays(300));

        assertThat(children()).isEqualTo(1);
    }

    private void scope(int child, LocalDate from, LocalDate to) throws SQLException {
        FlagData.inScope(child, from, to, clock.instant().minus(Duration.ofDays(1)), false);
    }

    private long children() {
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
        Run run = runs.list(MunicipalityCode.SYNTHETIC, Optional.empty(), 1).getFirst();
        return ((RunState.Finished) run.state()).counts().children();
    }
}
