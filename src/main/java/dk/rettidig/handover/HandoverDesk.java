package dk.rettidig.handover;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Sends handovers and shows what was sent and received; each with its entry. */
@ApplicationScoped
public class HandoverDesk {

    private final Handovers handovers;
    private final NotificationGrounds grounds;
    private final HandoverDraft.Reader reader;
    private final HandoverClock times;
    private final HandoverBook book;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    HandoverDesk(
            Handovers handovers,
            NotificationGrounds grounds,
            HandoverRegister register,
            CodeRegister codes,
            HandoverClock times,
            HandoverBook book,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.handovers = handovers;
        this.grounds = grounds;
        this.reader = new HandoverDraft.Reader(codes, register);
        this.times = times;
        this.book = book;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A handover with what is to be done about it now. */
    public record View(Filed filed, List<HandoverClock.Running> running, Instant now) {

        public View {
            running = List.copyOf(running);
        }
    }

    /**
     * Writes a handover. It arrives when the child's pseudonym is converted for the receiver.
     *
     * @throws HandoverFault {@code handover_input_invalid}, {@code handover_already_open}
     */
    public View send(Actor actor, HandoverDraft draft) {
        Instant now = now();
        MunicipalityCode municipality = grounds.demand(actor, Action.SEND_HANDOVER, draft.pseudonym());
        Handover handover = reader.read(draft, municipality, now);
        Pseudonym child = draft.pseudonym().orElseThrow(HandoverFault::notFound);
        QuarkusTransaction.requiringNew().run(() -> put(actor, handover, child));
        return view(municipality, handover.id());
    }

    private void put(Actor actor, Handover handover, Pseudonym child) {
        if (!book.isHere(handover.receiver())) {
            throw HandoverFault.invalid(List.of(new FieldError("receiver", HandoverErrorCode.RECEIVER_NOT_HERE)));
        }
        epochs.hold(handover.sender().value());
        book.underWay(handover.sender(), child, handover.receiver()).ifPresent(known -> {
            throw HandoverFault.underWay(known);
        });
        book.send(actor, handover, child);
    }

    /** What was sent and received; who has waited longest comes first. The route has asked the gate. */
    public List<View> list(
            MunicipalityCode municipality, Handovers.Filter filter, Optional<Handovers.Place> after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> handovers.list(municipality, filter, after, limit)).stream()
                .map(filed -> new View(filed, times.running(filed), now()))
                .toList();
    }

    /**
     * Everything the own municipality may know of one; that it was read is entered before this returns.
     *
     * @throws HandoverFault {@code not_found}
     */
    public View open(Actor actor, HandoverId id) {
        View view = asked(actor, Action.OPEN_HANDOVER, id);
        ledger.appendCommitted(actor, new HandoverEvent.Read(view.filed().own()));
        return view;
    }

    /** One of the own municipality, once the gate has permitted the action on its child. */
    View asked(Actor actor, Action action, HandoverId id) {
        Optional<Filed> filed = actor.municipality()
                .flatMap(code -> QuarkusTransaction.requiringNew().call(() -> handovers.find(code, id)));
        MunicipalityCode municipality =
                grounds.demand(actor, action, filed.flatMap(each -> each.own().child()));
        if (filed.isEmpty()) {
            throw HandoverFault.notFound();
        }
        return view(municipality, id);
    }

    View view(MunicipalityCode municipality, HandoverId id) {
        Filed filed = QuarkusTransaction.requiringNew()
                .call(() -> handovers.find(municipality, id))
                .orElseThrow(HandoverFault::notFound);
        return new View(filed, times.running(filed), now());
    }

    /** Moments are milliseconds everywhere (ADR 0023). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
