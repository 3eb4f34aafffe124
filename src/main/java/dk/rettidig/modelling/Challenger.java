package dk.rettidig.modelling;

import java.util.List;

/** The boosted trees that a scorecard is held against: the same rows, inputs, directions and seed, in another form. */
public final class Challenger {

    private Challenger() {}

    /**
     * Trains trees on the fitting part and scores the test part.
     *
     * @param data with the values of all features that the settings try, in their order
     * @return a score for each test row; higher means more
     * @throws ModellingFault {@code modelling_boosted_unavailable}
     */
    public static double[] scores(TrainingSettings settings, TrainingData data) {
        BoostedModel trees = new BoostedTrainer(
                        BoostedTrainer.Settings.usual(), settings.seed(), settings.trainedMoment())
                .train(
                        values(data.train()),
                        Metrics.outcomes(data.train()),
                        settings.features().stream()
                                .map(TrainingSettings.Feature::direction)
                                .toList());
        return trees.logOdds(values(data.test()));
    }

    private static double[][] values(List<TrainingRow> rows) {
        return rows.stream().map(TrainingRow::values).toArray(double[][]::new);
    }
}
