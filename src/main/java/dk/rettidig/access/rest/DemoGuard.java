package dk.rettidig.access.rest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with the demonstration's people on any other address than the loopback (ADR 0006). */
@ApplicationScoped
class DemoGuard {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final DemoSettings settings;
    private final String host;

    DemoGuard(DemoSettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.settings = settings;
        this.host = host;
    }

    void refuse(@Observes StartupEvent started) {
        check(settings.people(), host);
    }

    static void check(boolean people, String host) {
        if (people && !LOOPBACK.contains(host)) {
            throw new IllegalStateException("rettidig.demo.people is for the loopback only, not for " + host
                    + ": switch it off, or set quarkus.http.host=127.0.0.1");
        }
    }
}
