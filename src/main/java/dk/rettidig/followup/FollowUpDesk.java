package dk.rettidig.followup;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.handover.HandoverStart;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.LinkDesk;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.notification.Notifications;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Shows children of whom nothing is on record, and lets a person close with a reason; each with its entry. */
@ApplicationScoped
public class FollowUpDesk {

    private final FollowUps followUps;
    private final Notifications notifications;
    private final NotificationGrounds grounds;
    private final LinkDesk links;
    private final FollowUpMoves moves;
    private final FollowUpClock times;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    FollowUpDesk(
            FollowUps followUps,
            Notifications notifications,
            NotificationGrounds grounds,
            LinkDesk links,
            FollowUpMoves moves,
            FollowUpClock times,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.followUps = followUps;
        this.notifications = notifications;
        this.grounds = grounds;
        this.links = links;
        this.moves = moves;
        this.times = times;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The same desk by another clock, for a replay: gate and ledger keep their own. */
    public FollowUpDesk at(Clock other) {
        return new FollowUpDesk(followUps, notifications, grounds, links, moves, times, epochs, ledger, other);
    }

    /**
     * A follow-up with what it is about.
     *
     * @param notifications of the child, newest first
     * @param household the follow-ups of other children of the household that are on the list, or were
     * @param handovers where the handovers stand that closings began; without those that are erased
     */
    public record View(
            Filed filed,
            List<Notification> notifications,
            List<Filed> household,
            List<HandoverStart.Standing> handovers) {

        public View {
            notifications = List.copyOf(notifications);
            household = List.copyOf(household);
            handovers = List.copyOf(handovers);
        }
    }

    /** Before it is looked what belongs to it. */
    private record Asked(Filed filed, List<Notification> notifications) {}

    /** What is on the list, or was; who has waited longest comes first. The route has asked the gate. */
    public List<Filed> list(
            MunicipalityCode municipality, FollowUps.Filter filter, Optional<FollowUps.Place> after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> followUps.list(municipality, filter, after, limit));
    }

    /** Counts for the front page. */
    public FollowUps.Waiting waiting(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew().call(() -> followUps.waiting(municipality));
    }

    /**
     * Everything about one; that it was read is entered before this returns.
     *
     * @throws FollowUpFault {@code not_found}
     */
    public View open(Actor actor, FollowUpId id) {
        View view = complete(actor, asked(actor, Action.OPEN_FOLLOW_UP, id));
        ledger.appendCommitted(actor, new FollowUpEvent.Opened(view.filed().followUp()));
        return view;
    }

    /**
     * Closes with a code and a reason. A child that moves to another municipality is handed over to it in the same transaction.
     * Where two pseudonyms turned out to be one child, both are closed.
     *
     * @param version as the person read it
     * @throws FollowUpFault what is wrong with it, {@code follow_up_not_open}, {@code follow_up_changed} or {@code
     *     follow_up_precondition_required}
     */
    public View close(Actor actor, FollowUpId id, ClosingDraft draft, Optional<Integer> version) {
        Asked asked = asked(actor, Action.CLOSE_FOLLOW_UP, id);
        FollowUp followUp = asked.filed().followUp();
        Optional<Move> move = moves.read(actor, followUp, draft, now());
        int read = version.orElseThrow(() -> new FollowUpFault(FollowUpErrorCode.PRECONDITION_REQUIRED));
        QuarkusTransaction.requiringNew().run(() -> {
            List<FollowUp> open = open(followUp, read);
            Optional<Move> moved = move.map(
                    each -> moves.begin(actor, open.getFirst(), each, draft.materials(), asked.notifications(), now()));
            open.forEach(each -> close(actor, each, draft, moved));
        });
        return complete(actor, asked(followUp.municipality(), id));
    }

    /** Whatever is on the list of the child, held for the rest of the transaction. */
    private List<FollowUp> open(FollowUp asked, int version) {
        MunicipalityCode municipality = asked.municipality();
        epochs.hold(municipality.value());
        Filed filed = followUps.find(municipality, asked.id()).orElseThrow(FollowUpFault::notFound);
        Pseudonym child = filed.followUp().child();
        followUps.hold(municipality, child);
        List<Filed> ofChild = followUps.ofChild(municipality, child);
        Filed fresh = ofChild.stream()
                .filter(each -> each.followUp().id().equals(asked.id()))
                .findFirst()
                .orElseThrow(FollowUpFault::notFound);
        if (fresh.version() != version) {
            throw new FollowUpFault(FollowUpErrorCode.CHANGED);
        }
        if (fresh.followUp().state() != FollowUp.State.OPEN) {
            throw new FollowUpFault(FollowUpErrorCode.NOT_OPEN);
        }
        return ofChild.stream()
                .map(Filed::followUp)
                .filter(each -> each.state() == FollowUp.State.OPEN)
                .toList();
    }

    private void close(Actor actor, FollowUp followUp, ClosingDraft draft, Optional<Move> move) {
        Instant now = now();
        ClosingCode code = ClosingCode.parse(draft.code()).orElseThrow();
        Optional<Instant> back = code == ClosingCode.BEING_HANDLED ? times.back(now) : Optional.empty();
        Closing closing =
                new Closing(followUp.opening(), code, new Justification(draft.because()), name(actor), now, back, move);
        FollowUp closed = followUp.closed(back);
        followUps.close(closed, closing);
        followUps.change(closed, Optional.empty());
        ledger.append(actor, new FollowUpEvent.Closed(closed, closing));
    }

    private Asked asked(Actor actor, Action action, FollowUpId id) {
        Optional<Filed> filed = actor.municipality()
                .flatMap(code -> QuarkusTransaction.requiringNew().call(() -> followUps.find(code, id)))
                .filter(each -> each.followUp().state() != FollowUp.State.WATCHED);
        MunicipalityCode municipality =
                grounds.demand(actor, action, filed.map(each -> each.followUp().child()));
        if (filed.isEmpty()) {
            throw FollowUpFault.notFound();
        }
        return asked(municipality, id);
    }

    private Asked asked(MunicipalityCode municipality, FollowUpId id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Filed filed = followUps.find(municipality, id).orElseThrow(FollowUpFault::notFound);
            return new Asked(
                    filed,
                    notifications.ofChild(municipality, filed.followUp().child()).stream()
                            .map(Notifications.Filed::notification)
                            .toList());
        });
    }

    /** With what the gate is asked for besides: other children of the household, and handovers. */
    private View complete(Actor actor, Asked asked) {
        FollowUp followUp = asked.filed().followUp();
        MunicipalityCode municipality = followUp.municipality();
        List<Pseudonym> others = links.household(actor, municipality, followUp.child());
        List<Filed> household = others.isEmpty()
                ? List.of()
                : QuarkusTransaction.requiringNew()
                        .call(() -> others.stream()
                                .flatMap(child -> followUps.ofChild(municipality, child).stream())
                                .filter(each -> each.followUp().state() != FollowUp.State.WATCHED)
                                .toList());
        return new View(asked.filed(), asked.notifications(), household, moves.standing(actor, asked.filed()));
    }

    /** Moments are milliseconds everywhere (ADR 0023). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(FollowUpFault::notFound);
    }
}
