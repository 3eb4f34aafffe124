package dk.rettidig.monitoring;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Holds figures against their limits and files the pause of what is beyond them, with its entry, in the caller's transaction. */
@Singleton
class Pausing {

    private static final Logger LOG = Logger.getLogger(Pausing.class);
    private static final Actor ITSELF = new Actor.Scheduler();

    private final Pauses pauses;
    private final Measurements measurements;
    private final MonitoringLimits limits;
    private final Ledger ledger;

    Pausing(Pauses pauses, Measurements measurements, MonitoringLimits limits, Ledger ledger) {
        this.pauses = pauses;
        this.measurements = measurements;
        this.limits = limits;
        this.ledger = ledger;
    }

    /** Figures beside their limits, and whether a person accepted what is beyond them not long ago. */
    List<Measurement.Held> held(
            MunicipalityCode municipality, ModelRef model, Instant now, List<Figure> figures, boolean judged) {
        Instant since = now.atOffset(ZoneOffset.UTC).minus(limits.accepted()).toInstant();
        List<Figure> accepted = measurements.accepted(municipality, model, since);
        return figures.stream().map(figure -> held(figure, judged, accepted)).toList();
    }

    private Measurement.Held held(Figure figure, boolean judged, List<Figure> accepted) {
        MonitoringLimits.Limit limit = limits.limit(figure.measure());
        boolean breached = judged && !limit.holds(figure.value());
        boolean known = breached
                && accepted.stream()
                        .anyMatch(
                                each -> each.isAbout(figure) && figure.value() <= each.value() * (1 + limits.margin()));
        return new Measurement.Held(figure, limit.value(), breached, known);
    }

    /**
     * Pauses a model when a figure is beyond its limit that nobody accepted.
     *
     * @param run the run that was measured; empty when concluded screenings were
     */
    void pause(
            MunicipalityCode municipality,
            ModelRef model,
            Optional<RunId> run,
            Instant now,
            List<Measurement.Held> figures) {
        List<Measurement.Held> pausing = figures.stream()
                .filter(Measurement.Held::pauses)
                .sorted(Comparator.comparingDouble(Measurement.Held::excess).reversed())
                .toList();
        if (pausing.isEmpty()) {
            return;
        }
        Measurement.Held worst = pausing.getFirst();
        Pause pause = new Pause(
                UUID.randomUUID(), municipality, model, run, worst.figure(), worst.limit(), now, Optional.empty());
        if (pauses.add(pause)) {
            ledger.append(ITSELF, new MonitoringEvent.Paused(pause, pausing));
            LOG.warnf("flagging paused measure=%s", worst.figure().measure());
        }
    }
}
