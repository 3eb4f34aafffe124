package dk.rettidig.notification;

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
    NotificationDesk desk;

    /** The desk at a moment. */
    public NotificationDesk at(Instant now) {
        return desk.at(Clock.fixed(now, ZoneOffset.UTC));
    }
}
