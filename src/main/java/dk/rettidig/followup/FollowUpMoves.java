package dk.rettidig.followup;

import dk.rettidig.access.Actor;
import dk.rettidig.handover.HandoverFault;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.HandoverStart;
import dk.rettidig.handover.HandoverStart.Moving;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.Notification;
import dk.rettidig.web.FieldError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows when a child that is followed up moves: it is handed over, where the other municipality is here (BL § 132). */
@Singleton
class FollowUpMoves {

    private final HandoverStart handovers;
    private final FollowUpRegister register;
    private final CodeRegister codes;

    FollowUpMoves(HandoverStart handovers, FollowUpRegister register, CodeRegister codes) {
        this.handovers = handovers;
        this.register = register;
        this.codes = codes;
    }

    /**
     * Reads a closing; with a move to another municipality the gate is asked for the handover too.
     *
     * @throws FollowUpFault {@code follow_up_input_invalid}
     */
    Optional<Move> read(Actor actor, FollowUp followUp, ClosingDraft draft, Instant now) {
        Optional<Move> move = draft.check(followUp.municipality(), codes, Due.dayOf(now));
        if (move.flatMap(Move::to).isPresent()) {
            handovers.demand(actor, followUp.child());
        }
        return move;
    }

    /**
     * Hands the child over, in the transaction of the closing.
     *
     * @param notifications of the child, newest first
     * @throws FollowUpFault {@code follow_up_input_invalid} when the handover lacks something
     */
    Move begin(
            Actor actor,
            FollowUp followUp,
            Move move,
            List<String> materials,
            List<Notification> notifications,
            Instant now) {
        if (move.to().isEmpty()) {
            return move;
        }
        Moving moving = new Moving(
                followUp.municipality(),
                move.to().get(),
                followUp.child(),
                notifications.stream().findFirst().map(Notification::age).orElse(AgeBand.UNKNOWN),
                move.on(),
                causes(notifications),
                materials);
        try {
            return new Move(move.to(), move.on(), handovers.begin(actor, moving, now));
        } catch (HandoverFault fault) {
            List<FieldError> problems = fault.problems();
            if (problems.isEmpty()) {
                throw fault;
            }
            throw FollowUpFault.invalid(problems);
        }
    }

    /** Those of the notifications for which the child is on the list. */
    private Set<String> causes(List<Notification> notifications) {
        List<Notice> notices = notifications.stream().map(Notice::of).toList();
        return Standing.recent(notices, register.months()).stream()
                .flatMap(notice -> notice.causes().stream())
                .collect(Collectors.toSet());
    }

    /** Where the handovers of closings stand. */
    List<HandoverStart.Standing> standing(Actor actor, FollowUps.Filed filed) {
        List<HandoverId> ids = filed.closings().stream()
                .flatMap(closing -> closing.move().flatMap(Move::handover).stream())
                .toList();
        return handovers.standing(actor, filed.followUp().child(), ids);
    }
}
