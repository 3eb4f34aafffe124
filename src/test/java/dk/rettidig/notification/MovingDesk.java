package dk.rettidig.notification;

import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.scope.NotifiedScope;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The desk as of another moment: everything else is what the service uses. */
@Singleton
@Unremovable
public class MovingDesk {

    @Inject
    Notifications notifications;

    @Inject
    NotificationGrounds grounds;

    @Inject
    NotifiedScope scope;

    @Inject
    Duties duties;

    @Inject
    CodeRegister codes;

    @Inject
    TriageRegister triage;

    @Inject
    Epochs epochs;

    @Inject
    @All
    List<NotificationListener> listeners;

    @Inject
    Ledger ledger;

    /** The desk at a moment. */
    public NotificationDesk at(Instant now) {
        return new NotificationDesk(
                notifications,
                grounds,
                scope,
                duties,
                codes,
                triage,
                epochs,
                listeners,
                ledger,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
