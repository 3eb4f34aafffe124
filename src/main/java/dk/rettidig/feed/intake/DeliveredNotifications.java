package dk.rettidig.feed.intake;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.RowCode;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.law.BasisId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whoever keeps notifications takes those that were delivered. Each method takes part in the caller's transaction. */
public interface DeliveredNotifications {

    /** The basis on which the municipality handles notifications: a feed that brings them has no other. */
    BasisId basis(MunicipalityCode municipality);

    /**
     * Begins with a delivery: nobody else writes notifications of the municipality until the transaction ends.
     *
     * @param registry who delivered
     * @param rows everything that will be taken
     */
    Filing begin(Actor.Registry registry, Delivery delivery, List<NotificationRow> rows, Instant now);

    /** One delivery on its way in. */
    interface Filing {

        /**
         * Takes a row. The same again changes nothing and is taken.
         *
         * @return what is wrong with it; empty when it counts
         */
        Optional<RowCode> take(NotificationRow row);

        /** Writes what was taken; fails when any of it cannot be written. */
        void end();
    }
}
