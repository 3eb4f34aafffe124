package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunWatch;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.BinCounts;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Measures every run before anything comes of it, and pauses its model when a figure is beyond its limit. */
@Singleton
class Watch implements RunWatch {

    private final Pauses pauses;
    private final Measurements measurements;
    private final Pausing pausing;
    private final MonitoringLimits limits;
    private final Clock clock;

    Watch(Pauses pauses, Measurements measurements, Pausing pausing, MonitoringLimits limits, Clock clock) {
        this.pauses = pauses;
        this.measurements = measurements;
        this.pausing = pausing;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Optional<Stop> stop(MunicipalityCode municipality, ModelRef model) {
        if (pauses.withdrawn(municipality, model)) {
            return Optional.of(Stop.WITHDRAWN);
        }
        return pauses.stands(municipality, model) ? Optional.of(Stop.PAUSED) : Optional.empty();
    }

    @Override
    public void measured(Run run, ReleasedModel model, BinCounts counts) {
        QuarkusTransaction.requiringNew().run(() -> {
            Measurement measurement = measure(run, model, counts);
            measurements.add(measurement);
            pausing.pause(
                    measurement.municipality(),
                    measurement.model(),
                    Optional.of(measurement.run()),
                    measurement.at(),
                    measurement.figures());
        });
    }

    private Measurement measure(Run run, ReleasedModel model, BinCounts counts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        MunicipalityCode municipality = run.request().municipality();
        Measurement.Judgement judgement = judgement(run, counts);
        List<Measurement.Held> held = judgement == Measurement.Judgement.TOO_FEW
                ? List.of()
                : pausing.held(
                        municipality,
                        model.ref(),
                        now,
                        Drift.figures(model.manifest(), counts, limits.fewestChildren()),
                        judgement == Measurement.Judgement.JUDGED);
        return new Measurement(run.id(), municipality, model.ref(), now, judgement, held);
    }

    /** A model is made with children who were notified; of a demonstration over all children its training says nothing. */
    private Measurement.Judgement judgement(Run run, BinCounts counts) {
        if (counts.children() < limits.fewestChildren()) {
            return Measurement.Judgement.TOO_FEW;
        }
        return run.request().scope() == ScopeKind.POPULATION
                ? Measurement.Judgement.OTHER_SCOPE
                : Measurement.Judgement.JUDGED;
    }
}
