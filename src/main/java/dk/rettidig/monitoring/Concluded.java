package dk.rettidig.monitoring;

import dk.rettidig.law.MonitoringLimits;
import java.time.LocalDate;
import java.util.List;

/**
 * What concluded screenings say, over this quarter and the three before it.
 *
 * @param since first day
 * @param models those that anything was counted of
 * @param unplaced children in no run that can be shown
 * @param changed children whose conclusion was changed after it was counted
 */
public record Concluded(LocalDate since, List<Performance> models, long unplaced, long changed) {

    public Concluded {
        models = List.copyOf(models);
    }

    static Concluded of(Tallies.Kept kept, LocalDate since, MonitoringLimits limits) {
        return new Concluded(since, Performance.of(kept, limits), kept.unplaced(), kept.changed());
    }
}
