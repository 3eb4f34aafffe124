package dk.rettidig.feed.intake;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedEvent;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Registers keys: one person proposes, another approves, either withdraws. Keys of other municipalities do not exist here. */
@ApplicationScoped
public class KeyDesk {

    private final RegistryKeys keys;
    private final Gate gate;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final Clock clock;

    KeyDesk(RegistryKeys keys, Gate gate, Ledger ledger, CurrentActor currentActor, Clock clock) {
        this.keys = keys;
        this.gate = gate;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Proposes a key, given as PEM, JWK or base64url. The gate was asked by the route. */
    public RegistryKey propose(RegistryId registry, String publicKey) {
        Actor actor = currentActor.get();
        RegistryKey key = new RegistryKey(
                parse(publicKey),
                Acting.municipality(actor),
                registry,
                RegistryKey.State.PROPOSED,
                Acting.name(actor),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!keys.propose(key)) {
                throw new FeedFault(FeedErrorCode.KEY_EXISTS);
            }
            record(actor, FeedEvent.KeyChange.PROPOSED, key);
            return key;
        });
    }

    /** Approves a proposed key; asks the gate itself, which wants to know who proposed. */
    public RegistryKey approve(RegistryId registry, String id) {
        Actor actor = currentActor.get();
        Optional<RegistryKey> proposal = own(actor, registry, id);
        // The gate is asked whether or not there is such a proposal: who may not approve does not learn of it.
        gate.demand(Request.plain(actor, Action.APPROVE_REGISTRY_KEY, Purpose.ADMINISTRATION, actor.municipality())
                .with(
                        "proposed_by",
                        proposal.map(key -> Acting.proposedBy(actor, key.proposedBy()))
                                .orElse("other")));
        RegistryKey key = proposal.orElseThrow(() -> new FeedFault(FeedErrorCode.KEY_UNKNOWN));
        ActorName by = Acting.name(actor);
        Acting.requireAnother(by, key.proposedBy());
        return change(actor, key, FeedEvent.KeyChange.APPROVED, () -> keys.approve(key.id(), by, clock.instant()));
    }

    /** Withdraws a key for good. The gate was asked by the route. */
    public RegistryKey withdraw(RegistryId registry, String id) {
        Actor actor = currentActor.get();
        RegistryKey key = find(actor, registry, id);
        ActorName by = Acting.name(actor);
        return change(actor, key, FeedEvent.KeyChange.WITHDRAWN, () -> keys.withdraw(key.id(), by, clock.instant()));
    }

    /** A registry's keys in all states. The gate was asked by the route. */
    public List<RegistryKey> list(MunicipalityCode municipality, RegistryId registry) {
        return QuarkusTransaction.requiringNew().call(() -> keys.of(municipality, registry));
    }

    private RegistryKey change(Actor actor, RegistryKey key, FeedEvent.KeyChange change, Acting.Step step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!step.done()) {
                throw new FeedFault(FeedErrorCode.STATE);
            }
            record(actor, change, key);
            return keys.find(key.id()).orElseThrow();
        });
    }

    private void record(Actor actor, FeedEvent.KeyChange change, RegistryKey key) {
        ledger.append(actor, new FeedEvent.KeyChanged(change, key.id(), key.municipality(), key.registry()));
    }

    private RegistryKey find(Actor actor, RegistryId registry, String id) {
        return own(actor, registry, id).orElseThrow(() -> new FeedFault(FeedErrorCode.KEY_UNKNOWN));
    }

    /** An operator of the installation sees keys of all municipalities, to withdraw a stolen one at once. */
    private Optional<RegistryKey> own(Actor actor, RegistryId registry, String id) {
        if (!id.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find(new KeyId(id)))
                .filter(key -> key.registry().equals(registry)
                        && actor.municipality()
                                .map(key.municipality()::equals)
                                .orElse(actor instanceof Actor.Operator));
    }

    private static VerifyingKey parse(String publicKey) {
        try {
            return VerifyingKey.parse(publicKey);
        } catch (SealException malformed) {
            throw new FeedFault(FeedErrorCode.KEY_MALFORMED);
        }
    }
}
