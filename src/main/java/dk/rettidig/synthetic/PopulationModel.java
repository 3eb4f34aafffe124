package dk.rettidig.synthetic;

/** The parts of the model that depend on the settings alone; made once a run, shared by all threads, immutable. */
record PopulationModel(NotificationOdds odds, NeedModel need, NotificationYear year, Absence absence) {

    PopulationModel(PopulationSettings settings) {
        this(new NotificationOdds(settings), new NeedModel(), new NotificationYear(settings), new Absence(settings));
    }
}
