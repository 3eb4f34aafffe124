package dk.rettidig.authority;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.authority.AuthorityEvent.ClientChange;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Registers clients: one person proposes, another approves, either withdraws. Those of other municipalities do not exist. */
@ApplicationScoped
public class ClientDesk {

    private final Clients clients;
    private final Batches batches;
    private final DomainKeys keys;
    private final Gate gate;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final Clock clock;

    ClientDesk(
            Clients clients,
            Batches batches,
            DomainKeys keys,
            Gate gate,
            Ledger ledger,
            CurrentActor currentActor,
            Clock clock) {
        this.clients = clients;
        this.batches = batches;
        this.keys = keys;
        this.gate = gate;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A client and how many elements it asked for today, in all its domains. */
    public record Used(Client client, long today) {}

    /** Proposes a client. The gate was asked by the route. */
    public Client propose(ClientProposal proposal) {
        Actor actor = currentActor.get();
        Client client = read(proposal, actor);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!clients.propose(client)) {
                throw new AuthorityFault(AuthorityErrorCode.CLIENT_EXISTS);
            }
            ledger.append(actor, new AuthorityEvent.ClientChanged(ClientChange.PROPOSED, client));
            return client;
        });
    }

    /** Approves a proposed client; asks the gate itself, which wants to know who proposed. */
    public Client approve(String kid) {
        Actor actor = currentActor.get();
        Optional<Client> proposal = own(actor, kid);
        // The gate is asked whether or not there is such a proposal: who may not approve does not learn of it.
        gate.demand(Request.plain(actor, Action.APPROVE_AUTHORITY_CLIENT, Purpose.ADMINISTRATION, actor.municipality())
                .with(
                        "proposed_by",
                        proposal.filter(client -> name(actor).equals(client.proposedBy()))
                                        .isPresent()
                                ? "self"
                                : "other"));
        Client client = proposal.orElseThrow(() -> new AuthorityFault(AuthorityErrorCode.CLIENT_UNKNOWN));
        ActorName by = name(actor);
        if (by.equals(client.proposedBy())) {
            throw new AuthorityFault(AuthorityErrorCode.SAME_PERSON);
        }
        return change(actor, client, ClientChange.APPROVED, () -> clients.approve(client.keyId(), by, clock.instant()));
    }

    /** Withdraws a client for good. The gate was asked by the route. */
    public Client withdraw(String kid) {
        Actor actor = currentActor.get();
        Client client = own(actor, kid).orElseThrow(() -> new AuthorityFault(AuthorityErrorCode.CLIENT_UNKNOWN));
        ActorName by = name(actor);
        return change(
                actor, client, ClientChange.WITHDRAWN, () -> clients.withdraw(client.keyId(), by, clock.instant()));
    }

    /** The municipality's clients in all states. The gate was asked by the route. */
    public List<Used> list() {
        MunicipalityCode municipality = municipality(currentActor.get());
        return QuarkusTransaction.requiringNew()
                .call(() -> clients.of(municipality).stream()
                        .map(client -> new Used(client, today(client)))
                        .toList());
    }

    private long today(Client client) {
        return client.domains().stream()
                .mapToLong(domain -> batches.taken(
                        client.keyId(),
                        domain,
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
                .sum();
    }

    private Client change(Actor actor, Client client, ClientChange change, BooleanSupplier step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!step.getAsBoolean()) {
                throw new AuthorityFault(AuthorityErrorCode.STATE);
            }
            ledger.append(actor, new AuthorityEvent.ClientChanged(change, client));
            return clients.find(client.keyId()).orElseThrow();
        });
    }

    /** An operator of the installation sees clients of all municipalities, to withdraw a stolen key at once. */
    private Optional<Client> own(Actor actor, String kid) {
        if (!kid.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> clients.find(new KeyId(kid)))
                .filter(client -> actor.municipality()
                        .map(client.municipality()::equals)
                        .orElse(actor instanceof Actor.Operator));
    }

    private Client read(ClientProposal proposal, Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        try {
            if (!ClientId.isValid(proposal.client()) || proposal.domains().isEmpty()) {
                throw new AuthorityFault(AuthorityErrorCode.CLIENT_MALFORMED);
            }
            Set<PseudonymDomain> domains = domains(proposal, municipality);
            return new Client(
                    new ClientId(proposal.client()),
                    municipality,
                    VerifyingKey.parse(proposal.publicKey()),
                    domains,
                    conversions(proposal, domains),
                    proposal.population(),
                    Client.State.PROPOSED,
                    name(actor),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty());
        } catch (SealException | IllegalArgumentException malformed) {
            throw new AuthorityFault(AuthorityErrorCode.CLIENT_MALFORMED);
        }
    }

    private Set<PseudonymDomain> domains(ClientProposal proposal, MunicipalityCode municipality) {
        Set<PseudonymDomain> domains =
                proposal.domains().stream().map(PseudonymDomain::parse).collect(Collectors.toSet());
        boolean here = domains.stream()
                .allMatch(domain -> domain.municipality().equals(municipality.value()) && keys.has(domain));
        if (!here) {
            throw new AuthorityFault(AuthorityErrorCode.CLIENT_MALFORMED);
        }
        return domains;
    }

    /** Each leads on from one of the client's own domains, and its key is here. */
    private Set<PseudonymDomain> conversions(ClientProposal proposal, Set<PseudonymDomain> domains) {
        Set<PseudonymDomain> targets =
                proposal.conversions().stream().map(PseudonymDomain::parse).collect(Collectors.toSet());
        boolean sound = targets.stream()
                .allMatch(to -> domains.stream().anyMatch(from -> Client.convertible(from, to)) && keys.has(to));
        if (!sound) {
            throw new AuthorityFault(AuthorityErrorCode.CLIENT_MALFORMED);
        }
        return targets;
    }

    private static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(() -> new AuthorityFault(AuthorityErrorCode.CLIENT_UNKNOWN));
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(() -> new AuthorityFault(AuthorityErrorCode.CLIENT_UNKNOWN));
    }
}
