package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.member.Lot;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Retained;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.merkle.Hash;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ScoringResult;
import dk.rettidig.seal.SealException;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs on a real database with the real gate and ledger, and a model whose sums can be done by hand. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RunIT {

    private static final Actor LEADER = new Actor.TeamLeader(new ActorName("leader"), MunicipalityCode.SYNTHETIC);
    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final int CAPACITY = 60;

    @Inject
    RunDesk desk;

    @Inject
    Runs runs;

    @Inject
    Flags flags;

    @Inject
    FlagJobs jobs;

    @Inject
    ErasureBox box;

    @Inject
    Clock clock;

    @Inject
    @All
    List<Retained> retained;

    private LocalDate today;
    private Instant yesterday;

    @BeforeEach
    void anEmptyMunicipality() throws SQLException {
        today = clock.instant().atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
        yesterday = clock.instant().minus(Duration.ofDays(1));
        FlagData.clear();
    }

    @Test
    void flagsThoseAboveTheThresholdWithFactsApartFromStrength() throws SQLException {
        // Given
        children(0, 5, 3);
        children(5, 20, 1);
        inScope(25);

        // When
        Run run = finished();

        // Then
        assertThat(run.state()).isInstanceOfSatisfying(RunState.Finished.class, state -> {
            assertThat(state.counts()).isEqualTo(new RunCounts(26, 25, 1, 5, 5));
            assertThat(state.counts().unmet()).isZero();
        });
        List<FlagListing> listed = flags.list(HERE, Optional.empty(), 200);
        assertThat(listed).hasSize(5).isSortedAccordingTo(FlagListing.BY_DEADLINE);
        FlagListing flag = listed.getFirst();
        FlagFacts facts = flags.facts(HERE, flag.id()).orElseThrow();
        assertThat(facts.values()).hasSize(1);
        assertThat(facts.values().getFirst().value()).isEqualTo(3);
        assertThat(facts.values().getFirst().delivery()).hasValue(17);
        assertThat(facts.missing()).extracting(Object::toString).containsExactly("AGE_BAND");
        assertThat(flags.strength(HERE, flag.id()))
                .as("not before a view is sealed")
                .isEmpty();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(flags.open(HERE, flag.id(), Optional.of(1L))).isInstanceOf(FlagMove.Moved.class);
            assertThat(flags.sealView(HERE, flag.id(), Optional.of(1L))).isInstanceOf(FlagMove.Changed.class);
            assertThat(flags.conclude(HERE, flag.id(), Optional.empty())).isInstanceOf(FlagMove.OutOfTurn.class);
            assertThat(flags.sealView(HERE, flag.id(), Optional.of(2L))).isInstanceOf(FlagMove.Moved.class);
        });
        FlagStrength strength = flags.strength(HERE, flag.id()).orElseThrow();
        assertThat(strength.probability()).isEqualTo(FixtureModel.probability(3));
        assertThat(again(flags.facts(HERE, flag.id()).orElseThrow()))
                .as("the kept values give the same score, to the last bit")
                .isEqualTo(strength.probability());
        assertThat(strength.bias()
                        + strength.contributions().stream()
                                .mapToDouble(FlagStrength.Contribution::weight)
                                .sum())
                .isEqualTo(strength.logOdds());
    }

    @Test
    void anotherMunicipalitySeesNothing() throws SQLException {
        children(0, 1, 3);
        finished();
        FlagId flag = flags.list(HERE, Optional.empty(), 1).getFirst().id();
        MunicipalityCode elsewhere = new MunicipalityCode("101");

        assertThat(flags.list(elsewhere, Optional.empty(), 1)).isEmpty();
        assertThat(flags.facts(elsewhere, flag)).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> flags.open(elsewhere, flag, Optional.empty())))
                .isInstanceOf(FlagMove.Unknown.class);
    }

    @Test
    void aLotFillsTheCapacityAndTheRestIsANumber() throws SQLException, SealException {
        // Given
        children(0, CAPACITY + 40, 2);

        // When
        Run run = finished();

        // Then
        RunState.Finished state = (RunState.Finished) run.state();
        assertThat(state.counts()).isEqualTo(new RunCounts(100, 100, 0, 100, CAPACITY));
        assertThat(state.counts().unmet()).isEqualTo(40);
        List<FlagListing> listed = flags.list(HERE, Optional.empty(), 200);
        assertThat(listed).hasSize(CAPACITY);
        Lot.Drawn lot = RunRows.lot(run.id());
        assertThat(lot.seed()).isEqualTo(Lot.seed(lot.checkpoint()));
        MemberLeaves maker = new MemberLeaves(salt(run.id()));
        Set<Hash> winners = new HashSet<>();
        for (FlagListing flag : listed) {
            Hash ticket =
                    maker.ticket(flags.facts(HERE, flag.id()).orElseThrow().pseudonym(), RunRows.nonce(flag.id()));
            assertThat(lot.wins(ticket)).isTrue();
            winners.add(ticket);
        }
        assertThat(winners).hasSize(CAPACITY);
        assertThat(lot.tickets()).hasSize(100).isSorted();
        assertThat(RunRows.entry("flag.lot_prepared", run.id()))
                .contains(Lot.root(lot.tickets()).hex());
        assertThat(RunRows.entry("flag.lot_drawn", run.id()))
                .contains(lot.seed().hex());
    }

    @Test
    void theLotDoesNotLookAtStrength() throws SQLException {
        // Given: sixty of the strongest and sixty just above the threshold
        children(0, 60, 3);
        children(60, 60, 2);
        int strong = 0;

        // When
        for (int i = 0; i < 4; i++) {
            FlagData.execute("truncate run cascade");
            finished();
            for (FlagListing flag : flags.list(HERE, Optional.empty(), 200)) {
                strong += flags.facts(HERE, flag.id())
                                        .orElseThrow()
                                        .values()
                                        .getFirst()
                                        .value()
                                == 3
                        ? 1
                        : 0;
            }
        }

        // Then: of 240 drawn 120 expected, standard deviation 5.5
        assertThat(strong).isBetween(92, 148);
    }

    @Test
    void membershipShowsWhoWasInTheRunAndWhoWasNot() throws SQLException, SealException {
        // Given
        children(0, 3, 3);
        children(3, 3, 0);
        inScope(6);
        observe(7, FlagData.NOTIF_PRIOR, 3, yesterday, false);

        // When
        Run run = finished();

        // Then
        Membership membership = RunRows.membership(run.id());
        RunState.Finished state = (RunState.Finished) run.state();
        assertThat(membership.root()).isEqualTo(state.membership());
        assertThat(RunRows.entry("flag.run_finished", run.id()))
                .contains(state.membership().hex());
        MemberLeaves maker = new MemberLeaves(salt(run.id()));
        assertThat(maker.find(FlagData.child(0), membership)).contains(MemberStatus.FLAGGED);
        assertThat(maker.find(FlagData.child(3), membership)).contains(MemberStatus.SCORED);
        assertThat(maker.find(FlagData.child(6), membership)).contains(MemberStatus.ABSTAINED);
        assertThat(maker.find(FlagData.child(7), membership))
                .as("observed but out of scope")
                .isEmpty();
    }

    @Test
    void whatBecameKnownLaterDoesNotExist() throws SQLException {
        inScope(0);
        observe(0, FlagData.NOTIF_PRIOR, 0, yesterday.minus(Duration.ofDays(9)), false);
        observe(0, FlagData.NOTIF_PRIOR, 3, yesterday, false);

        assertThat(counts(finished(today.minusDays(5))).above()).isZero();
        assertThat(counts(finished(today)).above()).isEqualTo(1);
    }

    @Test
    void aRetractionLeavesNothingKnownAndACorrectionReplaces() throws SQLException {
        inScope(0);
        inScope(1);
        observe(0, FlagData.NOTIF_PRIOR, 3, yesterday.minusSeconds(9), false);
        observe(0, FlagData.NOTIF_PRIOR, 3, yesterday, true);
        observe(1, FlagData.NOTIF_PRIOR, 3, yesterday.minusSeconds(9), false);
        observe(1, FlagData.NOTIF_PRIOR, 1, yesterday, false);

        RunCounts counts = counts(finished());

        assertThat(counts).isEqualTo(new RunCounts(2, 1, 1, 0, 0));
    }

    @Test
    void noUnflaggedChildsScoreIsAnywhereInTheDatabase() throws SQLException {
        // Given: two values that no flagged child has, and a lot that leaves some above the threshold unflagged
        children(0, CAPACITY + 5, 3);
        children(100, 20, 0);
        children(120, 20, 1);
        children(140, 1, 2);

        // When
        finished();

        // Then
        for (int notifications = 0; notifications <= 3; notifications++) {
            double probability = FixtureModel.probability(notifications);
            double logOdds = -2 + 1.5 * notifications;
            assertThat(RunRows.placesHolding(Double.toString(probability), RunRows.bytes(probability)))
                    .as("probability after %d notifications", notifications)
                    .isEmpty();
            assertThat(RunRows.placesHolding("\"log_odds\":" + logOdds, RunRows.bytes(probability)))
                    .isEmpty();
        }
    }

    @Test
    void aSecondRunOfTheMunicipalityWaits() {
        Run other = started(Duration.ofMinutes(1));

        assertThatThrownBy(() -> desk.startAndWait(LEADER, request(today)))
                .isInstanceOfSatisfying(
                        FlagFault.class, fault -> assertThat(fault.errorCode()).isEqualTo(FlagErrorCode.RUN_UNDER_WAY));
        assertThat(runs.find(other.id()).orElseThrow().state()).isInstanceOf(RunState.Started.class);
    }

    @Test
    void aRunWhoseHolderDiedIsAbortedOnTheRecordAndTheNextOneStarts() throws SQLException {
        // Given
        children(0, 1, 3);
        Run dead = started(Duration.ZERO);

        // When
        jobs.abortLost();

        // Then
        assertThat(runs.find(dead.id()).orElseThrow().state())
                .isInstanceOfSatisfying(
                        RunState.Aborted.class,
                        state -> assertThat(state.reason()).isEqualTo("lease_lost"));
        assertThat(RunRows.entry("flag.run_aborted", dead.id())).contains("lease_lost");
        assertThat(counts(finished()).flagged()).isEqualTo(1);
    }

    @Test
    void aRunThatLostItsLeaseCannotFinish() throws SQLException {
        // Given: the holder lives on, but another replica has given the run up
        Run run = started(Duration.ofMinutes(1));
        FlagData.execute("update run set lease_until = now() - interval '1 second'");
        jobs.abortLost();

        // When and then
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> runs.finish(run, UUID.nameUUIDFromBytes(new byte[1]), emptyEffect())))
                .isInstanceOfSatisfying(
                        FlagFault.class, fault -> assertThat(fault.errorCode()).isEqualTo(FlagErrorCode.LEASE_LOST));
        assertThat(RunRows.count("run_salt") + RunRows.count("run_membership") + RunRows.count("flag"))
                .isZero();
    }

    @Test
    void flagsThatNobodyOpenedExpireAndLeaveNothingOfTheChild() throws SQLException {
        // Given
        children(0, 2, 3);
        finished();
        FlagListing opened = flags.list(HERE, Optional.empty(), 2).getFirst();
        FlagListing left = flags.list(HERE, Optional.empty(), 2).getLast();
        QuarkusTransaction.requiringNew().run(() -> flags.open(HERE, opened.id(), Optional.empty()));

        // When
        int early = erase("flag_unopened", clock.instant().plus(Duration.ofDays(29)));
        int due = erase("flag_unopened", clock.instant().plus(Duration.ofDays(31)));

        // Then
        assertThat(early).isZero();
        assertThat(due).isEqualTo(1);
        assertThat(flags.find(HERE, left.id()).orElseThrow().state()).isInstanceOf(FlagState.Expired.class);
        assertThat(flags.facts(HERE, left.id())).isEmpty();
        assertThat(flags.facts(HERE, opened.id())).isPresent();
        assertThat(RunRows.count("flag_strength")).isEqualTo(1);
        assertThat(RunRows.count("flag where pseudonym is not null")).isEqualTo(1);
    }

    @Test
    void aChildWhoLeavesScopeTakesTheFlagAlong() throws SQLException {
        // Given
        children(0, 2, 3);
        finished();
        FlagData.inScope(0, today.minusDays(10), today.plusDays(10), clock.instant(), true);

        // When
        Published.await();
        jobs.followSources();

        // Then
        List<FlagListing> listed = flags.list(HERE, Optional.empty(), 10);
        assertThat(listed).hasSize(1);
        assertThat(flags.facts(HERE, listed.getFirst().id()).orElseThrow().pseudonym())
                .isEqualTo(FlagData.child(1));
        assertThat(RunRows.count("flag where state = 'withdrawn'")).isEqualTo(1);
        assertThat(RunRows.count("flag_strength")).isEqualTo(1);
        assertThat(erase("observation_after_scope", clock.instant().plus(Duration.ofHours(73))))
                .isEqualTo(1);
        assertThat(RunRows.count("flag where pseudonym is not null")).isEqualTo(1);
    }

    @Test
    void aValueThatTheSourceChangesIsMarked() throws SQLException {
        // Given
        children(0, 3, 3);
        finished();
        observe(0, FlagData.NOTIF_PRIOR, 1, clock.instant(), false);
        observe(1, FlagData.NOTIF_PRIOR, 3, clock.instant(), true);

        // When
        Published.await();
        jobs.followSources();

        // Then
        List<FlagFacts> facts = new ArrayList<>();
        for (FlagListing flag : flags.list(HERE, Optional.empty(), 10)) {
            facts.add(flags.facts(HERE, flag.id()).orElseThrow());
        }
        assertThat(facts)
                .extracting(each -> each.values().getFirst().change())
                .containsExactlyInAnyOrder(
                        FlagFacts.Change.CORRECTED, FlagFacts.Change.RETRACTED, FlagFacts.Change.NONE);
        assertThat(facts).filteredOn(each -> each.listing().valueChanged()).hasSize(2);
    }

    @Test
    void theMembershipOfARunGoesWhenItsTimeIsOver() throws SQLException {
        children(0, 2, 3);
        finished();

        int erased = erase("run_membership", clock.instant().plus(Duration.ofDays(31)));

        assertThat(erased).isEqualTo(1);
        assertThat(RunRows.count("run_salt") + RunRows.count("run_membership") + RunRows.count("run_lot"))
                .isZero();
        assertThat(RunRows.count("run where state = 'finished' and membership_root is not null"))
                .isEqualTo(1);
    }

    @Test
    void countsAreKeptByAgeBand() throws SQLException {
        children(0, 4, 3);
        observe(0, FlagData.AGE_BAND, 2, yesterday, false);
        observe(1, FlagData.AGE_BAND, 2, yesterday, false);

        finished();

        assertThat(RunRows.count("run_count where age_band = 2 and outcome = 'flagged' and children = 2"))
                .isEqualTo(1);
        assertThat(RunRows.count("run_count where age_band = -1 and outcome = 'flagged' and children = 2"))
                .isEqualTo(1);
    }

    private void children(int first, int count, int notifications) throws SQLException {
        for (int child = first; child < first + count; child++) {
            inScope(child);
            observe(child, FlagData.NOTIF_PRIOR, notifications, yesterday, false);
        }
    }

    private void inScope(int child) throws SQLException {
        FlagData.inScope(child, today.minusDays(10), today.plusDays(10), yesterday.minus(Duration.ofDays(20)), false);
    }

    private void observe(int child, short indicator, double value, Instant known, boolean retracted)
            throws SQLException {
        FlagData.observed(child, indicator, today.minusDays(15), value, known, retracted);
    }

    private RunRequest request(LocalDate asOf) {
        return new RunRequest(
                HERE, new BasisId(FlagData.BASIS), Phase.DEMO, ScopeKind.NOTIFIED, FixtureModel.REF, Set.of(), asOf);
    }

    private Run finished() {
        return finished(today);
    }

    private Run finished(LocalDate asOf) {
        desk.startAndWait(LEADER, request(asOf));
        return runs.list(HERE, Optional.empty(), 1).getFirst();
    }

    private static RunCounts counts(Run run) {
        return ((RunState.Finished) run.state()).counts();
    }

    private Run started(Duration lease) {
        Run run = new Run(
                new RunId(UUID.randomUUID()),
                request(today),
                new dk.rettidig.law.PolicyDigest("0".repeat(64)),
                new RunState.Started(clock.instant()));
        QuarkusTransaction.requiringNew().run(() -> runs.start(run, UUID.nameUUIDFromBytes(new byte[1]), lease));
        return run;
    }

    private RunEffect emptyEffect() {
        return new RunEffect(
                clock.instant(),
                new RunCounts(1, 1, 0, 0, 0),
                java.util.Map.of(),
                AbstentionCounts.NONE,
                RunSalt.of(new byte[32]),
                Membership.sorting(new byte[32]),
                Optional.empty(),
                List.of());
    }

    private int erase(String retentionClass, Instant at) {
        return retained.stream()
                .filter(rows -> rows.retentionClass().equals(retentionClass))
                .filter(FlagErasure.Rows.class::isInstance)
                .mapToInt(rows -> rows.eraseDue(at))
                .sum();
    }

    private RunSalt salt(RunId run) throws SQLException, SealException {
        return RunSalt.of(
                box.open(RunRows.bytesOf("select sealed from run_salt where run = '" + run + "'"), "run_salt " + run));
    }

    private static double again(FlagFacts facts) {
        List<KnownValue> values = facts.values().stream()
                .map(fact ->
                        new KnownValue(fact.indicator(), fact.from(), fact.to(), fact.value(), fact.knownAt(), false))
                .toList();
        return ((ScoringResult.Scored) FixtureModel.model().scorer().score(AsOf.endOf(facts.asOf()), values))
                .probability();
    }
}
