package dk.rettidig.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** How many models are paused in the installation, as a metric; nothing about which municipality. */
@Singleton
class PausedModels {

    private static final Logger LOG = Logger.getLogger(PausedModels.class);

    private final Pauses pauses;
    private volatile double standing = Double.NaN;

    PausedModels(Pauses pauses, MeterRegistry registry) {
        this.pauses = pauses;
        Gauge.builder("rettidig.monitoring.paused", this, state -> state.standing)
                .description(
                        "models that a limit has paused and nobody has resumed; not a number while that is not known")
                .register(registry);
    }

    /** Counts again. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        try {
            standing = QuarkusTransaction.requiringNew().call(pauses::standing);
        } catch (RuntimeException unreadable) {
            standing = Double.NaN;
            LOG.warnf("pauses cannot be counted: %s", unreadable.getClass().getSimpleName());
        }
    }
}
