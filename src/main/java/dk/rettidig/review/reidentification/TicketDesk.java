package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.pseudonym.CurrentDomains;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues tickets on an approval: one pseudonym, minutes to live; a new one takes the place of the one before. */
@ApplicationScoped
public class TicketDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReidentificationDesk desk;
    private final Reidentifications requests;
    private final ReidentificationRecord record;
    private final CurrentDomains domains;
    private final TicketKey key;
    private final Clock clock;

    TicketDesk(
            ReidentificationDesk desk,
            Reidentifications requests,
            ReidentificationRecord record,
            CurrentDomains domains,
            TicketKey key,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.record = record;
        this.domains = domains;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A ticket as it is handed over.
     *
     * @param text the compact JWS; kept nowhere here
     */
    public record Issued(ReidentificationId request, String text, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + request + "]";
        }
    }

    /** Issues a ticket to the caseworker who asked, while the approval stands and nothing was redeemed. */
    public Issued issue(Actor actor, ReidentificationId id) {
        ReidentificationDesk.Own own = desk.own(actor, Action.ISSUE_TICKET, id);
        FlagFacts facts = desk.alive(own.caseworker().at(), own.request().flag());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> until = own.request().approvedUntil();
        if (until.isEmpty()) {
            throw refused(own, ReidentificationErrorCode.OUT_OF_TURN);
        }
        Ticket ticket = ticket(own.request(), facts, now, until.get());
        boolean issued = QuarkusTransaction.requiringNew().call(() -> {
            Reidentification.IssuedTicket kept =
                    new Reidentification.IssuedTicket(ticket.idDigest(), ticket.expiresAt());
            boolean done = requests.ticket(own.request(), kept, clock.instant());
            if (done) {
                record.enter(own.caseworker(), new ReidentificationEvent.TicketIssued(own.request(), ticket));
            }
            return done;
        });
        if (!issued) {
            throw refused(own, why(own));
        }
        return new Issued(id, key.sign(ticket), ticket.expiresAt());
    }

    private Ticket ticket(Reidentification request, FlagFacts facts, Instant now, Instant until) {
        Instant usual = now.plus(Reidentification.TICKET_LIVES);
        Instant expires = until.isBefore(usual) ? until.truncatedTo(ChronoUnit.SECONDS) : usual;
        return new Ticket(
                key.issuer(),
                Ticket.freshId(RANDOM),
                request.municipality(),
                domains.current(request.municipality().value()),
                facts.pseudonym(),
                request.grounds().purpose(),
                request.grounds().caseReference(),
                request.id(),
                now,
                expires);
    }

    private ReidentificationErrorCode why(ReidentificationDesk.Own own) {
        Reidentification.State state = QuarkusTransaction.requiringNew()
                .call(() -> requests.find(
                        own.request().municipality(), own.request().id()))
                .map(request -> request.state(clock.instant()))
                .orElse(Reidentification.State.LAPSED);
        return switch (state) {
            case REDEEMED -> ReidentificationErrorCode.REDEEMED;
            case LAPSED -> ReidentificationErrorCode.LAPSED;
            case REQUESTED, APPROVED, DECLINED, WITHDRAWN, TICKETED -> ReidentificationErrorCode.OUT_OF_TURN;
        };
    }

    private ReidentificationFault refused(ReidentificationDesk.Own own, ReidentificationErrorCode reason) {
        return record.refused(
                own.caseworker(), Action.ISSUE_TICKET, Optional.of(own.request().id()), reason);
    }
}
