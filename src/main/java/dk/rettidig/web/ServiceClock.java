package dk.rettidig.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the service: UTC, and right but in a demonstration ({@link ClockLag}). Tests put their own in its place. */
@ApplicationScoped
class ServiceClock {

    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock(ClockLag lag) {
        return lag.wasBehind() ? lag.of(Clock.systemUTC()) : Clock.systemUTC();
    }
}
