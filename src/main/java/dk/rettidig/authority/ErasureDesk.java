package dk.rettidig.authority;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.authority.AuthorityEvent.DomainChange;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.PseudonymDomain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Erases the key of a domain for good: one person proposes, another approves within a week. The entry is committed first, then
 * the key goes from memory and key store; what a crash leaves is finished at the next start, and every replica within a minute.
 */
@ApplicationScoped
public class ErasureDesk {

    /** How long a proposal waits for the other person. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private final Erasures erasures;
    private final DomainKeys keys;
    private final Gate gate;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final Clock clock;

    ErasureDesk(Erasures erasures, DomainKeys keys, Gate gate, Ledger ledger, CurrentActor currentActor, Clock clock) {
        this.erasures = erasures;
        this.keys = keys;
        this.gate = gate;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Proposes to erase a domain of the own municipality. The gate was asked by the route. */
    public PseudonymDomain propose(String text) {
        Actor actor = currentActor.get();
        PseudonymDomain domain = own(actor, text).orElseThrow(ErasureDesk::unknown);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!erasures.propose(new Erasures.Proposal(domain, name(actor), clock.instant()))) {
                throw unknown();
            }
            ledger.append(actor, new AuthorityEvent.DomainChanged(DomainChange.ERASURE_PROPOSED, domain));
            return domain;
        });
    }

    /** Approves and erases; asks the gate itself, which wants to know who proposed. */
    public PseudonymDomain approve(String text) {
        Actor actor = currentActor.get();
        Optional<Erasures.Proposal> proposal = own(actor, text)
                .flatMap(domain -> QuarkusTransaction.requiringNew().call(() -> erasures.proposed(domain)));
        gate.demand(Request.plain(actor, Action.APPROVE_DOMAIN_ERASURE, Purpose.ADMINISTRATION, actor.municipality())
                .with(
                        "proposed_by",
                        proposal.filter(made -> name(actor).equals(made.by())).isPresent() ? "self" : "other"));
        PseudonymDomain domain = proposal.orElseThrow(ErasureDesk::unknown).domain();
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!erasures.approve(domain, name(actor), now.minus(PATIENCE), now)) {
                throw new AuthorityFault(AuthorityErrorCode.STATE);
            }
            ledger.append(actor, new AuthorityEvent.DomainChanged(DomainChange.ERASED, domain));
        });
        keys.erase(domain);
        return domain;
    }

    /** Erases what was approved elsewhere, or just before a crash. */
    @Startup
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void finish() {
        keys.all().stream().map(DomainKey::domain).distinct().forEach(domain -> {
            if (QuarkusTransaction.requiringNew().call(() -> erasures.isErased(domain))) {
                keys.erase(domain);
            }
        });
    }

    private Optional<PseudonymDomain> own(Actor actor, String text) {
        return keys.all().stream()
                .map(DomainKey::domain)
                .filter(domain -> domain.text().equals(text)
                        && actor.municipality()
                                .filter(here -> here.value().equals(domain.municipality()))
                                .isPresent())
                .findFirst();
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(ErasureDesk::unknown);
    }

    private static AuthorityFault unknown() {
        return new AuthorityFault(AuthorityErrorCode.DOMAIN_UNKNOWN);
    }
}
