package dk.rettidig.feed.intake;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.Feeds;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scope.Scopes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files feed agreements: one person proposes, another approves. Agreements of other municipalities do not exist here. */
@ApplicationScoped
public class FeedDesk {

    private final Feeds feeds;
    private final IndicatorCatalogue catalogue;
    private final LegalBases bases;
    private final DeliveredNotifications notifications;
    private final Gate gate;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final Clock clock;

    FeedDesk(
            Feeds feeds,
            IndicatorCatalogue catalogue,
            LegalBases bases,
            DeliveredNotifications notifications,
            Gate gate,
            Ledger ledger,
            CurrentActor currentActor,
            Clock clock) {
        this.feeds = feeds;
        this.catalogue = catalogue;
        this.bases = bases;
        this.notifications = notifications;
        this.gate = gate;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Who acts now and for whom: what a proposal is filled in with. */
    public record Proposer(ActorName name, MunicipalityCode municipality) {}

    /** The person who acts. */
    public Proposer proposer() {
        Actor actor = currentActor.get();
        return new Proposer(Acting.name(actor), Acting.municipality(actor));
    }

    /** Proposes an agreement. The gate was asked by the route; whether it may ever deliver, the gate decides each time. */
    public Feed propose(Feed feed) {
        require(bases.find(feed.basis()).isPresent(), "basis");
        require(!feed.registry().equals(RegistryId.VAULT), "registry");
        for (IndicatorId indicator : feed.indicators()) {
            require(catalogue.find(indicator).isPresent(), "indicators");
        }
        // Rows of scope, conclusions and observations have different rules: one agreement, one of them.
        require(feed.observes() || feed.indicators().size() == 1, "indicators");
        require(
                !feed.fillsScope()
                        || feed.scope()
                                == Scopes.filledBy(feed.indicators().iterator().next()),
                "scope");
        require(!(feed.concludes() || feed.bringsNotifications()) || feed.scope() == ScopeKind.NOTIFIED, "scope");
        require(!feed.bringsNotifications() || feed.basis().equals(notifications.basis(feed.municipality())), "basis");
        // Nobody has pairs of everybody, and who is in scope comes from the vault's own desk.
        require(
                feed.source().isEmpty() || (feed.observes() && feed.scope() != ScopeKind.POPULATION),
                "pseudonym_source");
        return QuarkusTransaction.requiringNew().call(() -> {
            requireSource(feeds.of(feed.municipality()).stream()
                    .noneMatch(other -> feed.source().isPresent()
                            && other.source().equals(feed.source())
                            && !other.registry().equals(feed.registry())));
            if (!feeds.propose(feed, clock.instant())) {
                throw new FeedFault(FeedErrorCode.FEED_EXISTS);
            }
            ledger.append(currentActor.get(), new FeedEvent.FeedProposed(feed));
            return feed;
        });
    }

    /** Approves a proposal; asks the gate itself, which wants to know who proposed. */
    public Feed approve(String id) {
        Actor actor = currentActor.get();
        Optional<Feed> proposal = own(actor, id);
        // The gate is asked whether or not there is such a proposal: who may not approve does not learn of it.
        gate.demand(Request.plain(actor, Action.APPROVE_FEED, Purpose.ADMINISTRATION, actor.municipality())
                .with("feed", proposal.map(feed -> feed.id().value()).orElse("unknown"))
                .with(
                        "proposed_by",
                        proposal.map(feed -> Acting.proposedBy(
                                        actor, feed.registration().proposedBy()))
                                .orElse("other")));
        Feed feed = proposal.orElseThrow(() -> new FeedFault(FeedErrorCode.FEED_UNKNOWN));
        ActorName by = Acting.name(actor);
        Acting.requireAnother(by, feed.registration().proposedBy());
        return QuarkusTransaction.requiringNew().call(() -> {
            requireSource(feed.source().isEmpty() || feeds.claimSource(feed));
            if (!feeds.approve(feed.id(), by, clock.instant())) {
                throw new FeedFault(FeedErrorCode.STATE);
            }
            Feed approved = feeds.find(feed.id()).orElseThrow();
            ledger.append(actor, new FeedEvent.FeedApproved(approved));
            return approved;
        });
    }

    /** An agreement of the municipality. The caller has asked the gate. */
    public Feed find(MunicipalityCode municipality, String id) {
        return of(Optional.of(municipality), id).orElseThrow(() -> new FeedFault(FeedErrorCode.FEED_UNKNOWN));
    }

    private Optional<Feed> own(Actor actor, String id) {
        return of(actor.municipality(), id);
    }

    private Optional<Feed> of(Optional<MunicipalityCode> municipality, String id) {
        if (!FeedId.isValid(id)) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> feeds.find(new FeedId(id)))
                .filter(feed -> municipality.equals(Optional.of(feed.municipality())));
    }

    /** The agreements of the municipality. The caller has asked the gate. */
    public List<Feed> list(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew().call(() -> feeds.of(municipality));
    }

    private static void requireSource(boolean free) {
        if (!free) {
            throw new FeedFault(FeedErrorCode.SOURCE_TAKEN);
        }
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new FeedFault(FeedErrorCode.FEED_MALFORMED, Map.of("field", field));
        }
    }
}
