package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.web.ClockLag;
import dk.rettidig.web.ClockPutForward;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts a demonstration's clock forward, and enters how far it is behind: at the start and each time (ADR 0147). */
@Singleton
@Unremovable
public class DemoClock {

    private static final Actor ITSELF = new Actor.Scheduler();

    private final ClockLag lag;
    private final Ledger ledger;
    private final Event<ClockPutForward> putForward;

    DemoClock(ClockLag lag, Ledger ledger, Event<ClockPutForward> putForward) {
        this.lag = lag;
        this.ledger = ledger;
        this.putForward = putForward;
    }

    void start(@Observes StartupEvent event) {
        if (lag.wasBehind()) {
            ledger.appendCommitted(ITSELF, new ClockSet(lag.behind().toSeconds()));
        }
    }

    /**
     * Puts the clock forward once that is on record, and lets what is due every hour be done.
     *
     * @throws IllegalArgumentException when it would then be ahead of the real one, as it always would in operation
     */
    public void putForward(Duration forward) {
        ledger.appendCommitted(ITSELF, new ClockSet(lag.after(forward).toSeconds()));
        lag.putForward(forward);
        putForward.fire(new ClockPutForward(forward));
    }
}
