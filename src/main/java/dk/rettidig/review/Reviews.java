package dk.rettidig.review;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.Rescored;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reader's way through one flag. Each step asks the gate, then does its effect and appends its entry in one
 * transaction; what is shown leaves only after its entry is committed.
 */
@ApplicationScoped
public class Reviews {

    private final ReviewGate gate;
    private final Flags flags;
    private final OwnViews views;
    private final Outcomes outcomes;
    private final Openings openings;
    private final Ledger ledger;
    private final Clock clock;

    Reviews(
            ReviewGate gate,
            Flags flags,
            OwnViews views,
            Outcomes outcomes,
            Openings openings,
            Ledger ledger,
            Clock clock) {
        this.gate = gate;
        this.flags = flags;
        this.views = views;
        this.outcomes = outcomes;
        this.openings = openings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A flag as a caseworker may see it before and after the seal; its strength is not in it. */
    public record Reading(FlagFacts facts, Optional<SealedView> ownView, Optional<RecordedOutcome> outcome) {}

    /** A flag with its strength: only for whoever sealed an own view of it. */
    public record Weighing(Reading reading, SealedView ownView, FlagStrength strength, Optional<Rescored> rescored) {}

    /** The municipality's flags by deadline. The caller has asked the gate. */
    public List<FlagListing> list(MunicipalityCode municipality, Optional<FlagListing> after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> flags.list(municipality, after, limit));
    }

    /** Shows the facts of a flag. */
    public Reading open(Actor actor, FlagId flag) {
        Actor.Caseworker caseworker = gate.demand(actor, Action.OPEN_FLAG, flag);
        return QuarkusTransaction.requiringNew().call(() -> {
            FlagListing before = flags.find(caseworker.at(), flag).orElseThrow(ReviewFault::notFound);
            if (!before.state().ended()) {
                flags.open(caseworker.at(), flag, Optional.empty());
            }
            openings.note(caseworker.at(), flag, caseworker.known(), now());
            ledger.append(caseworker, new ReviewEvent.FlagOpened(caseworker.at(), flag));
            return reading(caseworker, flag);
        });
    }

    /**
     * Seals the caseworker's own view for good.
     *
     * @param choice the word of an {@link OwnView.Choice}
     */
    public SealedView seal(Actor actor, FlagId flag, String choice, String justification) {
        Actor.Caseworker caseworker = gate.demand(actor, Action.SEAL_OWN_VIEW, flag);
        OwnView view = OwnView.read(choice, justification);
        SealedView sealed = new SealedView(flag, caseworker.known(), view, now());
        return QuarkusTransaction.requiringNew().call(() -> {
            moved(flags.sealView(caseworker.at(), flag, Optional.empty()));
            if (!views.seal(caseworker.at(), sealed)) {
                throw new ReviewFault(ReviewErrorCode.VIEW_ALREADY_SEALED);
            }
            ledger.append(caseworker, new ReviewEvent.ViewSealed(caseworker.at(), sealed));
            return sealed;
        });
    }

    /** Shows the strength to a caseworker who has sealed an own view; refuses, and records it, before. */
    public Weighing weigh(Actor actor, FlagId flag) {
        Actor.Caseworker caseworker = gate.demand(actor, Action.READ_WEIGHTS, flag);
        if (ownView(caseworker, flag).isEmpty()) {
            ledger.appendCommitted(caseworker, new ReviewEvent.WeightsRefused(caseworker.at(), flag));
            throw new ReviewFault(ReviewErrorCode.VIEW_NOT_SEALED);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            ledger.append(caseworker, new ReviewEvent.WeightsRead(caseworker.at(), flag));
            Reading reading = reading(caseworker, flag);
            FlagStrength strength =
                    flags.strength(caseworker.at(), flag).orElseThrow(() -> new ReviewFault(ReviewErrorCode.FLAG_GONE));
            return new Weighing(
                    reading, reading.ownView().orElseThrow(), strength, flags.rescored(caseworker.at(), flag));
        });
    }

    /**
     * Records the outcome.
     *
     * @param version the flag's version as the caseworker last read it; a request without one is refused
     */
    public RecordedOutcome conclude(Actor actor, FlagId flag, Optional<Long> version, OutcomeDraft draft) {
        Actor.Caseworker caseworker = gate.demand(actor, Action.RECORD_OUTCOME, flag);
        if (version.isEmpty()) {
            throw new ReviewFault(ReviewErrorCode.PRECONDITION_REQUIRED);
        }
        Instant at = now();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (views.find(caseworker.at(), flag, caseworker.known()).isEmpty()) {
                throw new ReviewFault(ReviewErrorCode.VIEW_NOT_SEALED);
            }
            Outcome outcome = complete(draft.read(caseworker, Words.day(at), indicators(caseworker, flag)));
            moved(flags.conclude(caseworker.at(), flag, version));
            RecordedOutcome recorded = new RecordedOutcome(flag, outcome, at);
            if (!outcomes.record(caseworker.at(), recorded)) {
                throw new ReviewFault(ReviewErrorCode.FLAG_ENDED);
            }
            ledger.append(caseworker, new ReviewEvent.OutcomeRecorded(caseworker.at(), recorded));
            return recorded;
        });
    }

    private Reading reading(Actor.Caseworker caseworker, FlagId flag) {
        FlagFacts facts =
                flags.facts(caseworker.at(), flag).orElseThrow(() -> new ReviewFault(ReviewErrorCode.FLAG_GONE));
        return new Reading(
                facts, views.find(caseworker.at(), flag, caseworker.known()), outcomes.find(caseworker.at(), flag));
    }

    private Optional<SealedView> ownView(Actor.Caseworker caseworker, FlagId flag) {
        return QuarkusTransaction.requiringNew().call(() -> views.find(caseworker.at(), flag, caseworker.known()));
    }

    private Set<IndicatorId> indicators(Actor.Caseworker caseworker, FlagId flag) {
        return flags.facts(caseworker.at(), flag).stream()
                .flatMap(facts -> facts.values().stream())
                .map(FlagFacts.Fact::indicator)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Outcome complete(OutcomeDraft.Reading draft) {
        return switch (draft) {
            case OutcomeDraft.Reading.Complete complete -> complete.outcome();
            case OutcomeDraft.Reading.Incomplete incomplete -> throw ReviewFault.invalid(incomplete.errors());
        };
    }

    private static void moved(FlagMove move) {
        switch (move) {
            case FlagMove.Moved _ -> {}
            case FlagMove.Changed _ -> throw new ReviewFault(ReviewErrorCode.FLAG_CHANGED);
            case FlagMove.OutOfTurn turn ->
                throw new ReviewFault(
                        turn.listing().state().ended() ? ReviewErrorCode.FLAG_ENDED : ReviewErrorCode.FLAG_NOT_OPENED);
            case FlagMove.Unknown _ -> throw ReviewFault.notFound();
        }
    }

    /** PostgreSQL keeps microseconds; what is recorded and what is stored must be the same moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
