package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.web.ClockPutForward;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Counts concluded screenings every hour, and holds what came of it against the limits. */
@Singleton
class ConclusionJobs {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** Figures are of this quarter and the three before it: fewer children would say too little. */
    private static final int QUARTERS_BEFORE = 3;

    private final ConclusionCount count;
    private final Tallies tallies;
    private final Pausing pausing;
    private final MonitoringLimits limits;
    private final Clock clock;

    ConclusionJobs(ConclusionCount count, Tallies tallies, Pausing pausing, MonitoringLimits limits, Clock clock) {
        this.count = count;
        this.tallies = tallies;
        this.pausing = pausing;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void hourly() {
        follow(clock.instant());
    }

    /** Hours went by on a demonstration's clock. */
    @ActivateRequestContext
    void hoursWentBy(@Observes ClockPutForward putForward) {
        hourly();
    }

    /** Counts what is due everywhere and judges where anything was. */
    void follow(Instant now) {
        for (MunicipalityCode municipality : count.municipalities()) {
            if (count.count(municipality, now) > 0) {
                judge(municipality, now.truncatedTo(ChronoUnit.MICROS));
            }
        }
    }

    private void judge(MunicipalityCode municipality, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            Tallies.Kept kept = tallies.since(municipality, since(now));
            List<ModelRef> models =
                    kept.children().stream().map(Tally::model).distinct().toList();
            for (ModelRef model : models) {
                List<Figure> figures = Performance.figures(model, kept, limits);
                pausing.pause(
                        municipality,
                        model,
                        Optional.empty(),
                        now,
                        pausing.held(municipality, model, now, figures, true));
            }
        });
    }

    /** First day of the quarters that figures are of. */
    static LocalDate since(Instant now) {
        return ConclusionCount.quarter(now.atZone(DENMARK).toLocalDate()).minusMonths(3L * QUARTERS_BEFORE);
    }
}
