package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.Set;

/** Hears of notifications in the transaction in which they are written: what it does holds or falls with them. */
public interface NotificationListener {

    /** Notifications about these children follow in this transaction, and nobody else writes about any child of the municipality. */
    void expect(MunicipalityCode municipality, Set<Pseudonym> children);

    /** A notification was registered. */
    void registered(Actor actor, Notification notification);

    /** A person did something about it. */
    void stepped(Actor actor, Notification notification, Step step);
}
