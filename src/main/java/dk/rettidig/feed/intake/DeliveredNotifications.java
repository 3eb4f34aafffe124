package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.RowCode;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.law.BasisId;
import java.time.Instant;
import java.util.Optional;

/** Whoever keeps notifications takes those that were delivered. Each method takes part in the caller's transaction. */
public interface DeliveredNotifications {

    /** The basis on which the municipality handles notifications: a feed that brings them has no other. */
    BasisId basis(MunicipalityCode municipality);

    /** Called once before the first of a delivery: nobody else delivers to the municipality until the transaction ends. */
    void begin(MunicipalityCode municipality);

    /**
     * Takes one. The same again changes nothing and is taken.
     *
     * @param registry who delivered
     * @return what is wrong with it; empty when it counts
     */
    Optional<RowCode> take(Actor.Registry registry, Delivery delivery, NotificationRow row, Instant now);
}
