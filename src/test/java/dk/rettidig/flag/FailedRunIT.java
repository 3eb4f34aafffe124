package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that fail on the way: the database takes a right away from the service while it needs it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FailedRunIT {

    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), MunicipalityCode.SYNTHETIC);
    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final int CHILDREN = 5;

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void fiveChildrenAboveTheThreshold() throws SQLException {
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        FlagData.clear();
        for (int child = 0; child < CHILDREN; child++) {
            FlagData.inScope(
                    child, today.minusDays(10), today.plusDays(10), yesterday.minus(Duration.ofDays(20)), false);
            FlagData.observed(child, FlagData.NOTIF_PRIOR, today.minusDays(15), 3, yesterday, false);
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        FlagData.execute("grant select on observation to rettidig_app");
        FlagData.execute("grant insert on flag_strength, run_membership to rettidig_app");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"select, observation", "insert, run_membership", "insert, flag_strength"})
    void aRunThatFailsOnTheWayIsAbortedOnTheRecordAndLeavesNothingButThat(String right, String table)
            throws SQLException {
        FlagData.execute("revoke " + right + " on " + table + " from rettidig_app");

        assertThatThrownBy(this::run).isNotNull();

        Run failed = runs.list(HERE, Optional.empty(), 1).getFirst();
        assertThat(failed.state())
                .isInstanceOfSatisfying(
                        RunState.Aborted.class,
                        state -> assertThat(state.reason()).isEqualTo("flag_store_unavailable"));
        assertThat(RunRows.entry("flag.run_aborted", failed.id())).contains("\"flag_store_unavailable\"");
        assertThat(RunRows.count(
                        "ledger_append where convert_from(body, 'UTF8') like '%flag.run_finished%" + failed.id()
                                + "%' or convert_from(body, 'UTF8') like '%" + failed.id() + "%flag.run_finished%'"))
                .as("entries that the run finished")
                .isZero();
        assertThat(RunRows.count("flag")
                        + RunRows.count("flag_fact")
                        + RunRows.count("flag_strength")
                        + RunRows.count("run_salt")
                        + RunRows.count("run_membership")
                        + RunRows.count("run_count")
                        + RunRows.count("run_abstention"))
                .as("rows of an effect")
                .isZero();
        assertThat(RunRows.count("run where lease_holder is not null or lease_until is not null"))
                .as("leases")
                .isZero();
    }

    @Test
    void theNextRunAfterAFailedOneRaisesItsFlags() throws SQLException {
        FlagData.execute("revoke insert on flag_strength from rettidig_app");
        assertThatThrownBy(this::run).isNotNull();
        giveBack();

        run();

        Run next = runs.list(HERE, Optional.empty(), 1).getFirst();
        assertThat(next.state())
                .isInstanceOfSatisfying(
                        RunState.Finished.class,
                        state -> assertThat(state.counts().flagged()).isEqualTo(CHILDREN));
        assertThat(RunRows.count("flag where run = '" + next.id() + "'")).isEqualTo(CHILDREN);
        assertThat(RunRows.count("flag")).isEqualTo(CHILDREN);
    }

    private void run() {
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
}
