package dk.rettidig.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.Feeds;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.Overlap;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two people at once, below the gate: the database alone decides who was first. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AgreementRaceIT {

    private static final ActorName ANNA = new ActorName("anna");
    private static final ActorName BO = new ActorName("bo");
    private static final ActorName CARL = new ActorName("carl");
    private static final Instant AT = Instant.parse("2026-11-20T06:00:00Z");

    @Inject
    RegistryKeys keys;

    @Inject
    Feeds feeds;

    private final RegistryKey key = new RegistryKey(
            SigningKey.generate(new SecureRandom()).verifyingKey(),
            MunicipalityCode.SYNTHETIC,
            new RegistryId("skole-999"),
            RegistryKey.State.PROPOSED,
            ANNA,
            AT,
            Optional.empty(),
            Optional.empty());

    private final Feed feed = new Feed(
            new FeedId("race-" + UUID.randomUUID()),
            MunicipalityCode.SYNTHETIC,
            new RegistryId("skole-999"),
            "school",
            Set.of(new IndicatorId("SCH_ABS_UNL"), new IndicatorId("SCH_ABS_ILL")),
            new BasisId("lb.demo.notified"),
            Phase.DEMO,
            ScopeKind.NOTIFIED,
            true,
            Optional.of("race"),
            new CsvConvention(';', ','),
            400,
            new Feed.Registration(ANNA, Optional.empty()));

    @Test
    void readsAnAgreementAsItWasProposed() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(feeds.propose(feed, AT)).isTrue();
            assertThat(feeds.find(feed.id())).contains(feed);
            assertThat(feeds.of(MunicipalityCode.SYNTHETIC)).contains(feed);
            assertThat(keys.propose(key)).isTrue();
            assertThat(keys.find(key.id())).contains(key);
            assertThat(keys.of(key.municipality(), key.registry())).contains(key);
        });
    }

    @Test
    void ofTwoWhoProposeTheSameKeyAtOnceOneDoes() throws Exception {
        Overlap.Both<Boolean> proposed =
                Overlap.of(() -> keys.propose(key), Overlap.End.COMMIT, () -> keys.propose(key));

        assertThat(proposed).isEqualTo(new Overlap.Both<>(true, false));
    }

    @Test
    void aProposalThatIsRolledBackLeavesTheWayFree() throws Exception {
        Overlap.Both<Boolean> proposed =
                Overlap.of(() -> feeds.propose(feed, AT), Overlap.End.ROLLBACK, () -> feeds.propose(feed, AT));

        assertThat(proposed).isEqualTo(new Overlap.Both<>(true, true));
        assertThat(feeds.find(feed.id())).contains(feed);
    }

    @Test
    void ofTwoWhoApproveAKeyAtOnceTheFirstStandsBehindIt() throws Exception {
        keys.propose(key);

        Overlap.Both<Boolean> approved = Overlap.of(
                () -> keys.approve(key.id(), BO, AT), Overlap.End.COMMIT, () -> keys.approve(key.id(), CARL, AT));

        assertThat(approved).isEqualTo(new Overlap.Both<>(true, false));
        assertThat(keys.find(key.id()).orElseThrow().approvedBy()).contains(BO);
    }

    @Test
    void ofTwoWhoApproveAnAgreementAtOnceTheFirstStandsBehindIt() throws Exception {
        feeds.propose(feed, AT);

        Overlap.Both<Boolean> approved = Overlap.of(
                () -> feeds.approve(feed.id(), BO, AT), Overlap.End.COMMIT, () -> feeds.approve(feed.id(), CARL, AT));

        assertThat(approved).isEqualTo(new Overlap.Both<>(true, false));
        assertThat(feeds.find(feed.id()).orElseThrow().registration().approvedBy())
                .contains(BO);
    }

    @Test
    void aKeyThatIsWithdrawnWhileSomebodyApprovesItStaysWithdrawn() throws Exception {
        keys.propose(key);

        Overlap.Both<Boolean> steps = Overlap.of(
                () -> keys.withdraw(key.id(), BO, AT), Overlap.End.COMMIT, () -> keys.approve(key.id(), CARL, AT));

        assertThat(steps).isEqualTo(new Overlap.Both<>(true, false));
        assertThat(keys.find(key.id()).orElseThrow().state()).isEqualTo(RegistryKey.State.WITHDRAWN);
    }

    @Test
    void whoeverProposedApprovesNothing() {
        keys.propose(key);
        feeds.propose(feed, AT);

        assertThat(keys.approve(key.id(), ANNA, AT)).isFalse();
        assertThat(feeds.approve(feed.id(), ANNA, AT)).isFalse();
    }

    @Test
    void aStepShowsInTheTransactionThatReadTheRowBefore() {
        keys.propose(key);

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(keys.find(key.id()).orElseThrow().state()).isEqualTo(RegistryKey.State.PROPOSED);
            keys.approve(key.id(), BO, AT);
            assertThat(keys.find(key.id()).orElseThrow().state()).isEqualTo(RegistryKey.State.APPROVED);
        });
    }
}
