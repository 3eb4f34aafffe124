package dk.rettidig.handover;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Feeds;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Files a handover with both sides and its entry, in the caller's transaction. */
@Singleton
class HandoverBook {

    private final Handovers handovers;
    private final Feeds feeds;
    private final Ledger ledger;

    HandoverBook(Handovers handovers, Feeds feeds, Ledger ledger) {
        this.handovers = handovers;
        this.feeds = feeds;
        this.ledger = ledger;
    }

    /** Whether the other municipality has its side here. */
    boolean isHere(MunicipalityCode receiver) {
        return !feeds.of(receiver).isEmpty();
    }

    /** The handover of this child to that municipality that is not ended. */
    Optional<HandoverId> underWay(MunicipalityCode sender, Pseudonym child, MunicipalityCode receiver) {
        return handovers.underWay(sender, child, receiver);
    }

    void send(Actor actor, Handover handover, Pseudonym child) {
        ActorName name = actor.name().orElseThrow(HandoverFault::notFound);
        OwnSide own = side(handover, HandoverSide.SENDER, Optional.of(child), Optional.of(name));
        handovers.add(handover, own, side(handover, HandoverSide.RECEIVER, Optional.empty(), Optional.empty()));
        ledger.append(actor, new HandoverEvent.Sent(own, handover));
    }

    private static OwnSide side(
            Handover handover, HandoverSide side, Optional<Pseudonym> child, Optional<ActorName> responsible) {
        boolean sends = side == HandoverSide.SENDER;
        return new OwnSide(
                handover.id(),
                sends ? handover.sender() : handover.receiver(),
                side,
                sends ? handover.receiver() : handover.sender(),
                child,
                responsible,
                Optional.empty(),
                handover.sentAt(),
                Optional.empty());
    }
}
