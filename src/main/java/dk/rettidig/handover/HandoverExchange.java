package dk.rettidig.handover;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.HandoverDesk.View;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.HandedNotifications;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What people of the two municipalities say to each other about a handover; each with its entry in one transaction. */
@ApplicationScoped
public class HandoverExchange {

    private final HandoverDesk desk;
    private final Handovers handovers;
    private final HandedNotifications notifications;
    private final HandoverRegister register;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    HandoverExchange(
            HandoverDesk desk,
            Handovers handovers,
            HandedNotifications notifications,
            HandoverRegister register,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.desk = desk;
        this.handovers = handovers;
        this.notifications = notifications;
        this.register = register;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Says something to the other municipality. To open a handover registers a notification of the group of other
     * municipalities, received at the delivery: its 24 hours run from there (BL § 136(2)).
     *
     * @param version as the person read it
     * @throws HandoverFault what is wrong with it, {@code handover_other_side}, {@code handover_not_now}, {@code
     *     handover_changed} or {@code handover_precondition_required}
     */
    public View act(Actor actor, HandoverId id, ActDraft draft, Optional<Integer> version) {
        ActKind kind = draft.kind();
        Action action = kind.side() == HandoverSide.SENDER ? Action.SEND_HANDOVER : Action.ANSWER_HANDOVER;
        View view = desk.asked(actor, action, id);
        Filed read = view.filed();
        if (kind == ActKind.OPENED) {
            notifications.demand(actor, read.own().child());
        }
        Act act = draft.read(
                register, read.acts().size() + 1, actor.kind(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        int asRead = version.orElseThrow(() -> new HandoverFault(HandoverErrorCode.PRECONDITION_REQUIRED));
        MunicipalityCode municipality = read.own().municipality();
        QuarkusTransaction.requiringNew().run(() -> put(actor, municipality, id, act, asRead));
        return desk.view(municipality, id);
    }

    private void put(Actor actor, MunicipalityCode municipality, HandoverId id, Act act, int version) {
        epochs.hold(municipality.value());
        handovers.hold(id);
        Filed filed = handovers.find(municipality, id).orElseThrow(HandoverFault::notFound);
        if (filed.own().side() != act.kind().side()) {
            throw new HandoverFault(HandoverErrorCode.OTHER_SIDE);
        }
        if (filed.version() != version) {
            throw new HandoverFault(HandoverErrorCode.CHANGED);
        }
        if (!act.kind().stages(act.code()).contains(filed.stage())) {
            throw HandoverFault.notNow(filed.stage());
        }
        ActorName name = actor.name().orElseThrow(HandoverFault::notFound);
        OwnSide own = after(actor, filed, act, name);
        handovers.act(own, act, name, act.code().equals(ActKind.WITHDRAWN));
        ledger.append(actor, new HandoverEvent.Acted(own, act));
    }

    private OwnSide after(Actor actor, Filed filed, Act act, ActorName name) {
        OwnSide own = filed.own();
        boolean opened = act.kind() == ActKind.OPENED;
        boolean ends = act.kind() == ActKind.CLOSED
                || (act.kind() == ActKind.ANSWERED && !act.code().equals(ActKind.ASKS_FOR_MORE));
        Optional<NotificationId> notification = opened
                ? filed.handover().map(handover -> notified(actor, own, handover, act.at()))
                : own.notification();
        return new OwnSide(
                own.handover(),
                own.municipality(),
                own.side(),
                own.other(),
                own.child(),
                opened ? Optional.of(name) : own.responsible(),
                notification,
                own.announcedAt(),
                ends ? Optional.of(act.at()) : own.endedAt());
    }

    private NotificationId notified(Actor actor, OwnSide own, Handover handover, Instant now) {
        return notifications.register(
                actor,
                new HandedNotifications.Handed(
                        own.municipality(),
                        own.child().orElseThrow(HandoverFault::notFound),
                        handover.age(),
                        register.causes(handover.grounds()),
                        handover.deliveredAt().orElse(now)),
                now);
    }
}
