package dk.rettidig.notification;

import dk.rettidig.access.Actor;

/** Hears of notifications in the transaction in which they are written: what it does holds or falls with them. */
public interface NotificationListener {

    /** A notification was registered. */
    void registered(Actor actor, Notification notification);

    /** A person did something about it. */
    void stepped(Actor actor, Notification notification, Step step);
}
