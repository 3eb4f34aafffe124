package dk.rettidig.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far the service's clock is behind: not at all, but in a demonstration whose days are to pass in seconds (ADR 0147). Such a
 * clock starts behind and is put forward until it is right; it never goes back and never ahead of the real one.
 */
@Singleton
public class ClockLag {

    /** The setting; only together with {@code rettidig.demo.people}, which is for the loopback alone. */
    static final String PROPERTY = "rettidig.demo.clock-behind";

    /** Nothing that a demonstration shows needs more. */
    static final Duration LONGEST = Duration.ofDays(7);

    private final Duration atStart;
    private final AtomicReference<Duration> behind;

    @Inject
    ClockLag(
            @ConfigProperty(name = PROPERTY, defaultValue = "PT0S") Duration atStart,
            @ConfigProperty(name = "rettidig.demo.people", defaultValue = "false") boolean demonstration) {
        if (atStart.isNegative() || atStart.compareTo(LONGEST) > 0) {
            throw new IllegalStateException(PROPERTY + " is from PT0S to " + LONGEST + ", not " + atStart);
        }
        if (!demonstration && atStart.isPositive()) {
            throw new IllegalStateException(PROPERTY + " is for a demonstration alone (rettidig.demo.people)");
        }
        this.atStart = atStart;
        this.behind = new AtomicReference<>(atStart);
    }

    /** Whether the clock was behind at the start: times in the ledger are then not those of the world. */
    public boolean wasBehind() {
        return atStart.isPositive();
    }

    /** How far it is behind now; zero in every operation. */
    public Duration behind() {
        return behind.get();
    }

    /**
     * How far it would be behind if it were put forward.
     *
     * @throws IllegalArgumentException when it would go back, or ahead of the real clock
     */
    public Duration after(Duration forward) {
        Duration left = behind().minus(forward);
        if (forward.isNegative() || left.isNegative()) {
            throw new IllegalArgumentException(
                    "a clock that is " + behind() + " behind cannot be put forward by " + forward);
        }
        return left;
    }

    /** Puts it forward, with the limits of {@link #after}. */
    public void putForward(Duration forward) {
        behind.set(after(forward));
    }

    /** This clock, as far behind as is said here at each moment. */
    Clock of(Clock real) {
        return new Behind(real, this);
    }

    private static final class Behind extends Clock {

        private final Clock real;
        private final ClockLag lag;

        Behind(Clock real, ClockLag lag) {
            this.real = real;
            this.lag = lag;
        }

        @Override
        public Instant instant() {
            return real.instant().minus(lag.behind());
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Behind(real.withZone(zone), lag);
        }
    }
}
