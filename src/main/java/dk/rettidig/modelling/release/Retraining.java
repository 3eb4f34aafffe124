package dk.rettidig.modelling.release;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingData;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.scoring.FeatureDefinition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Trains a candidate's settings again: on the gate's own rows, which are read once. For one thread. */
final class Retraining {

    private final TrainingSettings settings;
    private final IndicatorCatalogue catalogue;
    private final Function<List<FeatureDefinition>, CohortRows> source;
    private @Nullable TrainingData data;

    Retraining(
            TrainingSettings settings,
            IndicatorCatalogue catalogue,
            Function<List<FeatureDefinition>, CohortRows> source) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.source = source;
    }

    IndicatorCatalogue catalogue() {
        return catalogue;
    }

    /** The rows of all features that were tried, in the settings' order. */
    TrainingData data() {
        TrainingData known = data;
        if (known == null) {
            known = new Training(settings, catalogue, source).data();
            data = known;
        }
        return known;
    }

    /** The test rows with the values of a candidate's own features, in its order. */
    List<TrainingRow> columns(Candidate candidate) {
        return candidate.columns(data().test());
    }

    /** The model that these settings make of these rows. */
    Candidate train(TrainingSettings other, TrainingData rows) {
        return Candidate.of(new Training(other, catalogue, source).run(rows), other);
    }
}
