package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.flag.Flags;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.review.ReviewGate;
import dk.rettidig.seal.SealException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Redeems a ticket for the municipality's vault, once: the mark and the entry share one transaction, and only with the proof of
 * the entry in hand does the vault look anybody up. Whatever is refused is an entry of its own.
 */
@ApplicationScoped
public class RedemptionDesk {

    /** The reserved name under which a municipality's vault is registered. */
    public static final ActorName VAULT = new ActorName("vault");

    /** How long an answer waits for the checkpoint that covers its entry. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RedemptionRequests incoming;
    private final TicketKey key;
    private final Reidentifications requests;
    private final Flags flags;
    private final Gate gate;
    private final ReviewGate grounds;
    private final CurrentDomains domains;
    private final ReidentificationRecord record;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final Clock clock;

    RedemptionDesk(
            RedemptionRequests incoming,
            TicketKey key,
            Reidentifications requests,
            Flags flags,
            Gate gate,
            ReviewGate grounds,
            CurrentDomains domains,
            ReidentificationRecord record,
            Ledger ledger,
            LedgerReader reader,
            Clock clock) {
        this.incoming = incoming;
        this.key = key;
        this.requests = requests;
        this.flags = flags;
        this.gate = gate;
        this.grounds = grounds;
        this.domains = domains;
        this.record = record;
        this.ledger = ledger;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * That the redemption is on the record.
     *
     * @param covered where, and the checkpoint that covers it
     * @param proof the entry with its inclusion proof and signed checkpoint (C2SP tlog-proof)
     */
    public record Receipt(ReidentificationId request, Ledger.Covered covered, String proof) {}

    /** One attempt: who, with what, and what is known of the request behind it. */
    private record Attempt(RedemptionRequest by, Ticket ticket, Optional<Reidentification> known) {

        /** Whether this very request was redeemed before: its answer was lost, and it gets the same receipt. */
        Optional<AppendId> earlier() {
            return known.flatMap(Reidentification::redeemed)
                    .filter(redeemed -> redeemed.request().equals(by.digest()))
                    .filter(_ -> sameTicket())
                    .map(Reidentification.Redeemed::entry);
        }

        boolean sameTicket() {
            return known.flatMap(Reidentification::ticket)
                    .map(issued -> issued.digest().equals(ticket.idDigest()))
                    .orElse(false);
        }
    }

    /**
     * Redeems.
     *
     * @param header the vault's signed request
     * @param body the ticket
     * @throws ReidentificationFault with a code for everything that is wrong with request or ticket
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses
     */
    public Receipt redeem(@Nullable String header, byte[] body) {
        RedemptionRequest by = incoming.verify(header, body);
        Ticket ticket = ticket(by);
        if (!by.vault().at().equals(ticket.municipality())) {
            throw refused(
                    by, Optional.of(ticket), Optional.empty(), ReidentificationErrorCode.TICKET_NOT_OF_THIS_VAULT);
        }
        Attempt attempt = attempt(by, ticket);
        Optional<FlagFacts> facts =
                attempt.known().flatMap(request -> flags.facts(request.municipality(), request.flag()));
        demand(attempt, facts);
        Optional<AppendId> earlier = attempt.earlier();
        return receipt(ticket, earlier.isPresent() ? earlier.get() : fresh(attempt, facts));
    }

    private Ticket ticket(RedemptionRequest by) {
        try {
            return key.verified(by.body());
        } catch (SealException notOurs) {
            throw refused(by, Optional.empty(), Optional.empty(), ReidentificationErrorCode.TICKET_UNVERIFIED);
        }
    }

    private Attempt attempt(RedemptionRequest by, Ticket ticket) {
        return new Attempt(
                by,
                ticket,
                QuarkusTransaction.requiringNew().call(() -> requests.find(ticket.municipality(), ticket.request())));
    }

    /** Where nothing is left of the flag there are no grounds to ask with, and only who is not the vault is told so. */
    private void demand(Attempt attempt, Optional<FlagFacts> facts) {
        Actor.Registry vault = attempt.by().vault();
        Request question = facts.map(found -> grounds.about(vault, Action.REDEEM_TICKET, found))
                .orElseGet(() ->
                        Request.plain(vault, Action.REDEEM_TICKET, Purpose.CHILD_SUPPORT, Optional.of(vault.at())))
                .with("registry", vault.known().value())
                .with("reidentification", attempt.ticket().request().toString());
        if (facts.isPresent() || !vault.known().equals(VAULT)) {
            record.counting(vault, () -> gate.demand(question));
        }
    }

    private AppendId fresh(Attempt attempt, Optional<FlagFacts> facts) {
        Optional<ReidentificationErrorCode> problem = problem(attempt, facts);
        if (problem.isPresent()) {
            throw refused(attempt, problem.get());
        }
        Reidentification known = attempt.known().orElseThrow();
        Optional<AppendId> entry = QuarkusTransaction.requiringNew().call(() -> enter(attempt, known));
        if (entry.isPresent()) {
            return entry.get();
        }
        // Somebody was faster: this very request sent twice, another one, or the end of the flag.
        Attempt again = attempt(attempt.by(), attempt.ticket());
        return again.earlier()
                .orElseThrow(
                        () -> refused(again, problem(again, facts).orElse(ReidentificationErrorCode.TICKET_FLAG_GONE)));
    }

    private Optional<ReidentificationErrorCode> problem(Attempt attempt, Optional<FlagFacts> facts) {
        Optional<Reidentification> known = attempt.known();
        if (known.flatMap(Reidentification::redeemed).isPresent()) {
            return Optional.of(
                    attempt.sameTicket()
                            ? ReidentificationErrorCode.TICKET_USED
                            : ReidentificationErrorCode.TICKET_SUPERSEDED);
        }
        if (facts.filter(found -> ReidentificationDesk.alive(found.listing().state()))
                .isEmpty()) {
            return Optional.of(ReidentificationErrorCode.TICKET_FLAG_GONE);
        }
        if (known.orElseThrow().stored() == Reidentification.State.WITHDRAWN) {
            return Optional.of(ReidentificationErrorCode.TICKET_WITHDRAWN);
        }
        if (!attempt.sameTicket()) {
            return Optional.of(ReidentificationErrorCode.TICKET_SUPERSEDED);
        }
        if (!clock.instant().isBefore(attempt.ticket().expiresAt())) {
            return Optional.of(ReidentificationErrorCode.TICKET_EXPIRED);
        }
        return attempt.ticket()
                        .domain()
                        .equals(domains.current(attempt.ticket().municipality().value()))
                ? Optional.empty()
                : Optional.of(ReidentificationErrorCode.TICKET_DOMAIN_MISMATCH);
    }

    /** Marks and enters; empty, with nothing done, when somebody else was faster. */
    private Optional<AppendId> enter(Attempt attempt, Reidentification known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!held(known)
                || !requests.redeem(
                        known, attempt.ticket().idDigest(), attempt.by().digest(), now)) {
            return Optional.empty();
        }
        AppendId entry = record.enter(
                attempt.by().vault(),
                new ReidentificationEvent.Redeemed(known, attempt.ticket(), now),
                known.municipality(),
                known.requestedBy(),
                CountedAct.REDEEMED);
        requests.enter(known, entry);
        return Optional.of(entry);
    }

    /** Locks the flag, which was read and so does not move, against its end until the entry is committed. */
    private boolean held(Reidentification known) {
        return switch (flags.open(known.municipality(), known.flag(), Optional.empty())) {
            case FlagMove.Moved _ -> true;
            case FlagMove.OutOfTurn(var listing) -> ReidentificationDesk.alive(listing.state());
            case FlagMove.Changed _, FlagMove.Unknown _ -> false;
        };
    }

    private Receipt receipt(Ticket ticket, AppendId entry) {
        Ledger.Covered covered = ledger.await(entry, PATIENCE);
        return new Receipt(ticket.request(), covered, reader.proofFile(covered.leafIndex(), covered.treeSize()));
    }

    private ReidentificationFault refused(Attempt attempt, ReidentificationErrorCode reason) {
        return refused(attempt.by(), Optional.of(attempt.ticket()), attempt.known(), reason);
    }

    private ReidentificationFault refused(
            RedemptionRequest by,
            Optional<Ticket> ticket,
            Optional<Reidentification> known,
            ReidentificationErrorCode reason) {
        ActorName person =
                known.map(Reidentification::requestedBy).orElse(by.vault().known());
        record.refused(
                by.vault(),
                new ReidentificationEvent.RedemptionRefused(by.vault().at(), ticket, reason),
                person);
        return new ReidentificationFault(reason);
    }
}
