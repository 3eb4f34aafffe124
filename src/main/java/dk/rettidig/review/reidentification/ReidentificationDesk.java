package dk.rettidig.review.reidentification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagState;
import dk.rettidig.flag.Flags;
import dk.rettidig.review.Openings;
import dk.rettidig.review.ReviewErrorCode;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.review.ReviewGate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The caseworker's side: asks about one flag that they have read, withdraws, and sees what became of it. */
@ApplicationScoped
public class ReidentificationDesk {

    private final ReviewGate gate;
    private final Flags flags;
    private final Openings openings;
    private final Reidentifications requests;
    private final ReidentificationRecord record;
    private final Lapses lapses;
    private final Clock clock;

    ReidentificationDesk(
            ReviewGate gate,
            Flags flags,
            Openings openings,
            Reidentifications requests,
            ReidentificationRecord record,
            Lapses lapses,
            Clock clock) {
        this.gate = gate;
        this.flags = flags;
        this.openings = openings;
        this.requests = requests;
        this.record = record;
        this.lapses = lapses;
        this.clock = clock;
    }

    /**
     * Asks who stands behind a flag.
     *
     * @throws ReviewFault for a flag that is not there or gone, or grounds that cannot be used
     * @throws ReidentificationFault for a flag that the caseworker has not read, or asked about already
     */
    public Reidentification ask(Actor actor, FlagId flag, ReidentificationDraft draft) {
        Actor.Caseworker caseworker =
                record.counting(actor, () -> gate.demand(actor, Action.REQUEST_REIDENTIFICATION, flag));
        FlagFacts facts = alive(caseworker.at(), flag);
        boolean read =
                QuarkusTransaction.requiringNew().call(() -> openings.has(caseworker.at(), flag, caseworker.known()));
        if (!read) {
            throw record.refused(
                    caseworker,
                    Action.REQUEST_REIDENTIFICATION,
                    Optional.empty(),
                    ReidentificationErrorCode.FLAG_NOT_OPENED);
        }
        Reidentification request = requested(caseworker, flag, draft.read());
        lapses.note(caseworker.at());
        boolean filed = QuarkusTransaction.requiringNew().call(() -> file(caseworker, request, facts));
        if (!filed) {
            throw record.refused(
                    caseworker,
                    Action.REQUEST_REIDENTIFICATION,
                    Optional.empty(),
                    ReidentificationErrorCode.OPEN_ALREADY);
        }
        return request;
    }

    private boolean file(Actor.Caseworker caseworker, Reidentification request, FlagFacts facts) {
        if (!requests.ask(request)) {
            return false;
        }
        record.enter(
                caseworker,
                new ReidentificationEvent.Requested(request, facts.pseudonym()),
                caseworker.at(),
                caseworker.known(),
                CountedAct.ASKED);
        return true;
    }

    /** Withdraws the caseworker's own request; a ticket that was issued on it is worth nothing from then on. */
    public Reidentification withdraw(Actor actor, ReidentificationId id) {
        Own own = own(actor, Action.WITHDRAW_REIDENTIFICATION, id);
        boolean withdrawn = QuarkusTransaction.requiringNew().call(() -> {
            boolean done = requests.withdraw(own.request());
            if (done) {
                record.enter(own.caseworker(), new ReidentificationEvent.Withdrawn(own.request()));
            }
            return done;
        });
        if (!withdrawn) {
            throw record.refused(
                    own.caseworker(),
                    Action.WITHDRAW_REIDENTIFICATION,
                    Optional.of(id),
                    ReidentificationErrorCode.OUT_OF_TURN);
        }
        return found(own.caseworker().at(), id).orElseThrow(ReviewFault::notFound);
    }

    /** Whether a flag can be asked about: it has neither expired nor been withdrawn. */
    public boolean askable(FlagListing flag) {
        return alive(flag.state());
    }

    /** A caseworker whom the gate permitted, and the request, which is their own. */
    record Own(Actor.Caseworker caseworker, Reidentification request) {}

    /** Asks the gate about the flag of the caseworker's own request; another's does not exist here. */
    Own own(Actor actor, Action action, ReidentificationId id) {
        Optional<Reidentification> request = actor instanceof Actor.Caseworker caseworker
                ? found(caseworker.at(), id).filter(each -> each.requestedBy().equals(caseworker.known()))
                : Optional.empty();
        FlagId flag = request.map(Reidentification::flag).orElseGet(() -> FlagId.asked(""));
        Actor.Caseworker caseworker = record.counting(actor, () -> gate.demand(actor, action, flag));
        return new Own(caseworker, request.orElseThrow(ReviewFault::notFound));
    }

    /** The facts of a flag that has neither expired nor been withdrawn or erased. */
    FlagFacts alive(MunicipalityCode municipality, FlagId flag) {
        return flags.facts(municipality, flag)
                .filter(facts -> alive(facts.listing().state()))
                .orElseThrow(() -> new ReviewFault(ReviewErrorCode.FLAG_GONE));
    }

    static boolean alive(FlagState state) {
        return switch (state) {
            case FlagState.Open _, FlagState.Opened _, FlagState.ViewSealed _, FlagState.Concluded _ -> true;
            case FlagState.Expired _, FlagState.Withdrawn _ -> false;
        };
    }

    private Optional<Reidentification> found(MunicipalityCode municipality, ReidentificationId id) {
        return QuarkusTransaction.requiringNew().call(() -> requests.find(municipality, id));
    }

    private Reidentification requested(Actor.Caseworker by, FlagId flag, Reidentification.Grounds grounds) {
        // PostgreSQL keeps microseconds; what is recorded and what is stored must be the same moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Reidentification(
                ReidentificationId.fresh(),
                by.at(),
                flag,
                by.known(),
                now,
                grounds,
                Reidentification.State.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
