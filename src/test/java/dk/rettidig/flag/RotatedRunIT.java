package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.FormerPseudonyms;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.LogChecks;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs and flags across a rotation of the key: nobody is lost, flagged twice by it, or no longer provable. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RotatedRunIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), HERE);
    private static final int CHILDREN = 6;

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    Flags flags;

    @Inject
    FlagJobs jobs;

    @Inject
    FormerPseudonyms former;

    @Inject
    ErasureBox box;

    @Inject
    LedgerReader ledger;

    @Inject
    Clock clock;

    private LocalDate today;
    private VaultSender vault;

    @BeforeEach
    void sixChildrenOfWhomTwoLieAboveTheThreshold() throws SQLException {
        VaultSender.clear();
        vault = VaultSender.registered();
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        for (int child = 0; child < CHILDREN; child++) {
            FlagData.inScope(
                    child, today.minusDays(10), today.plusDays(10), yesterday.minus(Duration.ofDays(20)), false);
            FlagData.observed(child, FlagData.NOTIF_PRIOR, today.minusDays(15), child < 2 ? 3 : 1, yesterday, false);
        }
    }

    @AfterEach
    void firstEpochAgain() throws SQLException {
        VaultSender.clear();
    }

    private static int next(int child) {
        return child + 1_000;
    }

    private Response rotate() {
        return vault.rotate(
                VaultSender.FIRST,
                IntStream.range(0, CHILDREN)
                        .mapToObj(child -> VaultSender.pair(
                                FlagData.child(child).text(),
                                FlagData.child(next(child)).text()))
                        .collect(Collectors.joining()));
    }

    private Run run() {
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
        return runs.list(HERE, Optional.empty(), 1).getFirst();
    }

    private Set<Pseudonym> flagged() {
        return flags.list(HERE, Optional.empty(), 100).stream()
                .map(flag -> flags.facts(HERE, flag.id()).orElseThrow().pseudonym())
                .collect(Collectors.toSet());
    }

    @Test
    void flagsKeepTheirChildrenAndTheNextRunSeesTheSameHistory() throws Exception {
        Run before = run();
        List<FlagListing> listed = flags.list(HERE, Optional.empty(), 100);
        assertThat(listed).hasSize(2);

        assertThat(rotate().statusCode()).isEqualTo(200);

        assertThat(flags.list(HERE, Optional.empty(), 100))
                .as("id, deadline and version stay")
                .isEqualTo(listed);
        assertThat(flagged()).containsExactlyInAnyOrder(FlagData.child(next(0)), FlagData.child(next(1)));
        Published.await();
        jobs.followSources();
        assertThat(flags.list(HERE, Optional.empty(), 100))
                .as("nobody left scope")
                .isEqualTo(listed);
        RunCounts again = ((RunState.Finished) run().state()).counts();
        assertThat(again.scored())
                .isEqualTo(((RunState.Finished) before.state()).counts().scored());
        assertThat(again.above()).isEqualTo(2);

        // A correction under the new name marks the value of a flag raised under the old one.
        FlagData.observed(next(0), FlagData.NOTIF_PRIOR, today.minusDays(15), 1, clock.instant(), false);
        Published.await();
        jobs.followSources();
        assertThat(RunRows.count("flag_fact where change = 'corrected'")).isPositive();
        assertThat(LogChecks.holds(ledger)).isNotEmpty();
    }

    @Test
    void membershipOfAnEarlierRunIsProvenByTheFormerName() throws Exception {
        Run before = run();
        assertThat(rotate().statusCode()).isEqualTo(200);

        MemberLeaves leaves = new MemberLeaves(RunSalt.of(box.open(
                RunRows.bytesOf("select sealed from run_salt where run = '" + before.id() + "'"),
                "run_salt " + before.id())));
        Pseudonym present = FlagData.child(next(4));
        assertThat(leaves.find(present, RunRows.membership(before.id()))).isEmpty();
        Pseudonym earlier = former.of(HERE, present).getFirst().pseudonym();
        assertThat(earlier).isEqualTo(FlagData.child(4));
        assertThat(leaves.find(earlier, RunRows.membership(before.id()))).contains(MemberStatus.SCORED);
    }

    @Test
    void aRunUnderWayIsNotDisturbed() throws Exception {
        run();
        FlagData.execute("update run set state = 'started', ended_at = null, lease_until = now() + interval '1 minute',"
                + " membership_root = null");

        Response busy = rotate();

        assertThat(busy.jsonPath().getString("code")).isEqualTo("conversion_must_wait");
        assertThat(flagged()).contains(FlagData.child(0));
    }
}
