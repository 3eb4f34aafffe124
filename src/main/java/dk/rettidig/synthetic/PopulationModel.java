package dk.rettidig.synthetic;

import java.util.Optional;

/**
 * The parts of the model that depend on the settings alone; made once a run, shared by all threads, immutable.
 *
 * @param yearAfter the same for the next cohort, where there is one
 */
record PopulationModel(
        NotificationOdds odds,
        NeedModel need,
        NotificationYear year,
        Absence absence,
        Optional<PopulationModel> yearAfter) {

    static PopulationModel of(PopulationSettings settings) {
        int years = settings.yearsBefore();
        return alone(
                settings,
                years == 0 ? Optional.empty() : Optional.of(alone(settings.before(years - 1), Optional.empty())));
    }

    private static PopulationModel alone(PopulationSettings settings, Optional<PopulationModel> yearAfter) {
        return new PopulationModel(
                new NotificationOdds(settings),
                new NeedModel(),
                new NotificationYear(settings),
                new Absence(settings),
                yearAfter);
    }
}
