package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.ChildLinks.Member;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says which children belong together, and lets people put them together and take them apart. */
@ApplicationScoped
public class LinkDesk {

    private final Notifications notifications;
    private final ChildLinks links;
    private final NotificationGrounds grounds;
    private final Epochs epochs;
    private final Ledger ledger;
    private final Clock clock;

    LinkDesk(
            Notifications notifications,
            ChildLinks links,
            NotificationGrounds grounds,
            Epochs epochs,
            Ledger ledger,
            Clock clock) {
        this.notifications = notifications;
        this.links = links;
        this.grounds = grounds;
        this.epochs = epochs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The other children whom the child of a notification belongs together with. The gate is asked where there are any, and its
     * decision is the entry.
     */
    List<ChildLink> of(Actor actor, Notification notification) {
        MunicipalityCode municipality = notification.municipality();
        Pseudonym child = notification.child();
        if (!QuarkusTransaction.requiringNew().call(() -> links.any(municipality, child))) {
            return List.of();
        }
        grounds.demand(actor, Action.READ_LINKED_CHILDREN, Optional.of(child));
        return QuarkusTransaction.requiringNew().call(() -> links.of(municipality, child));
    }

    /**
     * The other children of a child's households, as people or the intake put them together; nothing is inferred. The gate is
     * asked where there are any, and its decision is the entry. The gate has permitted whoever asks to see the child.
     */
    public List<Pseudonym> household(Actor actor, MunicipalityCode municipality, Pseudonym child) {
        List<Pseudonym> others = QuarkusTransaction.requiringNew().call(() -> links.ofHousehold(municipality, child));
        if (!others.isEmpty()) {
            grounds.demand(actor, Action.READ_LINKED_CHILDREN, Optional.of(child));
        }
        return others;
    }

    /**
     * Puts the children of two notifications together as of one household.
     *
     * @throws NotificationFault {@code not_found}, {@code notification_same_child}, {@code notification_children_linked}
     */
    public void link(Actor actor, NotificationId id, NotificationId with) {
        Notification one = asked(actor, id);
        Notification other = asked(actor, with);
        if (one.child().equals(other.child())) {
            throw new NotificationFault(NotificationErrorCode.SAME_CHILD);
        }
        QuarkusTransaction.requiringNew().run(() -> put(actor, one, other));
    }

    private void put(Actor actor, Notification one, Notification other) {
        MunicipalityCode municipality = one.municipality();
        epochs.hold(municipality.value());
        Instant now = now();
        LinkReference fresh = LinkReference.fresh();
        UUID link = links.household(municipality, other.child())
                .orElseGet(() -> links.find(municipality, fresh.kind(), fresh.digest(), now));
        links.add(new Member(municipality, link, other.child()), name(actor), now, true);
        if (!links.add(new Member(municipality, link, one.child()), name(actor), now, true)) {
            throw new NotificationFault(NotificationErrorCode.CHILDREN_LINKED);
        }
        ledger.append(actor, new NotificationEvent.Linked(one, link, LinkKind.HOUSEHOLD));
    }

    /**
     * Takes the child of a notification out of a link, with a reason. A later delivery does not bring it back.
     *
     * @throws NotificationFault {@code not_found}, {@code notification_input_invalid}
     */
    public void unlink(Actor actor, NotificationId id, String link, String because) {
        Notification notification = asked(actor, id);
        Optional<TextErrorCode> problem = Justification.problem(because);
        if (problem.isPresent()) {
            throw NotificationFault.invalid(List.of(new FieldError("because", problem.get())));
        }
        UUID asked = NotificationId.asked(link).value();
        Justification reason = new Justification(because);
        QuarkusTransaction.requiringNew().run(() -> {
            epochs.hold(notification.municipality().value());
            Member member = new Member(notification.municipality(), asked, notification.child());
            if (!links.remove(member, name(actor), reason, now())) {
                throw NotificationFault.notFound();
            }
            ledger.append(actor, new NotificationEvent.Unlinked(notification, asked, reason));
        });
    }

    private Notification asked(Actor actor, NotificationId id) {
        Optional<Notification> notification = actor.municipality()
                .flatMap(code -> QuarkusTransaction.requiringNew().call(() -> notifications.find(code, id)))
                .map(Notifications.Filed::notification);
        grounds.demand(actor, Action.LINK_CHILDREN, notification.map(Notification::child));
        return notification.orElseThrow(NotificationFault::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(NotificationFault::notFound);
    }
}
