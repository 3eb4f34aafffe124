package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.seal.SealException;
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

/** A child for whom somebody objected is not calculated, and the run does not tell that there is one (ADR 0117). */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ObjectionIT {

    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), MunicipalityCode.SYNTHETIC);

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    ErasureBox box;

    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void twoChildrenAboveTheThreshold() throws SQLException {
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        FlagData.clear();
        for (int child = 1; child <= 2; child++) {
            FlagData.inScope(child, today.minusDays(5), today.plusDays(5), yesterday, false);
            FlagData.observed(child, FlagData.NOTIF_PRIOR, today.minusDays(1), 3, yesterday, false);
        }
    }

    @AfterEach
    void nobodyObjects() throws SQLException {
        FlagData.execute("delete from halt");
    }

    private static void halted(int child, String kind) throws SQLException {
        FlagData.execute("insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                + " registered_at) values (999, gen_random_uuid(), '\\x"
                + java.util.HexFormat.of().formatHex(FlagData.child(child).bytes())
                + "', sha256('x'), '" + kind + "', 'S-2026-17', 'desk', now())");
    }

    @Test
    void countsAsOneOfWhomTooLittleIsKnown() throws SQLException, SealException {
        halted(1, "objection");

        Run run = run();

        assertThat(((RunState.Finished) run.state()).counts()).isEqualTo(new RunCounts(2, 1, 1, 1, 1));
        assertThat(RunRows.count("flag")).isEqualTo(1);
        assertThat(RunRows.entry("flag.run_finished", run.id()))
                .doesNotContain("objection", "halt")
                .contains("\"too_few_sources\":1");
        RunSalt salt = RunSalt.of(box.open(
                RunRows.bytesOf("select sealed from run_salt where run = '" + run.id() + "'"), "run_salt " + run.id()));
        assertThat(new MemberLeaves(salt).find(FlagData.child(1), RunRows.membership(run.id())))
                .contains(MemberStatus.ABSTAINED);
    }

    @ParameterizedTest
    @CsvSource({"access_request", "complaint"})
    void otherHaltsStopNoCalculation(String kind) throws SQLException {
        halted(1, kind);

        assertThat(((RunState.Finished) run().state()).counts()).isEqualTo(new RunCounts(2, 2, 0, 2, 2));
    }

    @Test
    void isCalculatedAgainOnceTheObjectionIsLifted() throws SQLException {
        halted(1, "objection");
        FlagData.execute("update halt set lifted_at = now(), lifted_by = 'desk'");

        assertThat(((RunState.Finished) run().state()).counts().flagged()).isEqualTo(2);
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
