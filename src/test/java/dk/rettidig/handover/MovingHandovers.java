package dk.rettidig.handover;

import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.HandedNotifications;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The desk and the exchange as of another moment: everything else is what the service uses. */
@Singleton
@Unremovable
public class MovingHandovers {

    @Inject
    Handovers handovers;

    @Inject
    NotificationGrounds grounds;

    @Inject
    HandoverRegister register;

    @Inject
    CodeRegister codes;

    @Inject
    HandoverClock times;

    @Inject
    HandedNotifications notifications;

    @Inject
    HandoverBook book;

    @Inject
    Epochs epochs;

    @Inject
    Ledger ledger;

    HandoverDesk desk(Instant now) {
        return new HandoverDesk(
                handovers, grounds, register, codes, times, book, epochs, ledger, Clock.fixed(now, ZoneOffset.UTC));
    }

    HandoverExchange exchange(Instant now) {
        return new HandoverExchange(
                desk(now), handovers, notifications, register, epochs, ledger, Clock.fixed(now, ZoneOffset.UTC));
    }
}
