package dk.rettidig.notification;

import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.scope.NotifiedScope;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

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
    NotificationBook book;

    @Inject
    Arrivals arrivals;

    @Inject
    LinkDesk links;

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
                book,
                arrivals,
                links,
                ledger,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
