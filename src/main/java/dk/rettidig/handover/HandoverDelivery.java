package dk.rettidig.handover;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.MoveListener;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymDomain;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Delivers handovers when the vault of the municipality that a child left has delivered the pair of pseudonyms: the receiver's
 * side gets its own pseudonym, in the transaction of the conversion. The pair itself is kept nowhere.
 */
@Singleton
class HandoverDelivery implements MoveListener {

    private final Handovers handovers;
    private final Epochs epochs;
    private final Ledger ledger;

    HandoverDelivery(Handovers handovers, Epochs epochs, Ledger ledger) {
        this.handovers = handovers;
        this.epochs = epochs;
        this.ledger = ledger;
    }

    /** A pseudonym of a former epoch would name nobody at the receiver: the vault is told which one is current. */
    @Override
    public void moved(Actor vault, PseudonymDomain from, PseudonymDomain to, Instant at) {
        MunicipalityCode sender = new MunicipalityCode(from.municipality());
        MunicipalityCode receiver = new MunicipalityCode(to.municipality());
        if (!handovers.waits(sender, receiver)) {
            return;
        }
        PseudonymDomain current = epochs.hold(receiver.value());
        if (!current.equals(to)) {
            throw new FeedFault(FeedErrorCode.DOMAIN_NOT_CURRENT, Map.of("current", current.text()));
        }
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        for (OwnSide side : handovers.deliver(sender, receiver, now)) {
            ledger.append(vault, new HandoverEvent.Delivered(side, now));
        }
    }
}
