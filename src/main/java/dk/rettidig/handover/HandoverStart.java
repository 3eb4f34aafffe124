package dk.rettidig.handover;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins the handover of a child of whom another feature has learned that it moves (BL § 132), and says where it stands. */
@Singleton
public class HandoverStart {

    private final HandoverBook book;
    private final Handovers handovers;
    private final HandoverRegister register;
    private final HandoverDraft.Reader reader;
    private final NotificationGrounds grounds;

    HandoverStart(
            HandoverBook book,
            Handovers handovers,
            HandoverRegister register,
            CodeRegister codes,
            NotificationGrounds grounds) {
        this.book = book;
        this.handovers = handovers;
        this.register = register;
        this.reader = new HandoverDraft.Reader(codes, register);
        this.grounds = grounds;
    }

    /**
     * A child that moves.
     *
     * @param on the first day of living there
     * @param causes codes of the notifications about the child
     * @param materials ids of the kinds of material that were sent
     */
    public record Moving(
            MunicipalityCode from,
            MunicipalityCode to,
            Pseudonym child,
            AgeBand age,
            LocalDate on,
            Set<String> causes,
            List<String> materials) {

        public Moving {
            causes = Set.copyOf(causes);
            materials = List.copyOf(materials);
        }
    }

    /**
     * Asks the gate whether whoever acts may hand the child over; before the transaction of {@link #begin}.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     */
    public void demand(Actor actor, Pseudonym child) {
        grounds.demand(actor, Action.SEND_HANDOVER, Optional.of(child));
    }

    /**
     * Hands the child over with its entry, or finds the handover that is under way to that municipality; in the caller's
     * transaction, which holds the municipality's epoch.
     *
     * @return empty when nothing can be handed over here: the other municipality does not use this installation, or one of the
     *     two is the synthetic one; it has to be notified in another way
     * @throws HandoverFault {@code handover_input_invalid}
     */
    public Optional<HandoverId> begin(Actor actor, Moving moving, Instant now) {
        boolean invented =
                moving.from().equals(MunicipalityCode.SYNTHETIC) || moving.to().equals(MunicipalityCode.SYNTHETIC);
        if (invented || !book.isHere(moving.to())) {
            return Optional.empty();
        }
        Optional<HandoverId> known = book.underWay(moving.from(), moving.child(), moving.to());
        if (known.isPresent()) {
            return known;
        }
        Handover handover = reader.read(draft(moving, now), moving.from(), now);
        book.send(actor, handover, moving.child());
        return Optional.of(handover.id());
    }

    private HandoverDraft draft(Moving moving, Instant now) {
        List<String> why = new ArrayList<>(register.groundsOf(moving.causes()));
        why.add(HandoverRegister.NO_MEASURE);
        return new HandoverDraft(
                moving.child().text(),
                moving.to().value(),
                moving.age().id(),
                moving.on().toString(),
                Due.dayOf(now).toString(),
                why,
                moving.materials(),
                "");
    }

    /** A handover and where it stands. */
    public record Standing(HandoverId id, Stage stage) {}

    /**
     * Where handovers of one child stand; the gate is asked where there are any, and its decision is the entry. Those that are
     * erased are left out.
     */
    public List<Standing> standing(Actor actor, Pseudonym child, Collection<HandoverId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        MunicipalityCode municipality = grounds.demand(actor, Action.OPEN_HANDOVER, Optional.of(child));
        return QuarkusTransaction.requiringNew()
                .call(() -> ids.stream()
                        .distinct()
                        .flatMap(id -> handovers.find(municipality, id).stream())
                        .map(filed -> new Standing(filed.own().handover(), filed.stage()))
                        .toList());
    }
}
