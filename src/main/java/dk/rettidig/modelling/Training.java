package dk.rettidig.modelling;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelManifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A training run from settings to a release that only lacks its signature. Refuses, before any data are read, a target that
 * measures something else than need, an indicator that is not open, and a test cohort before the training outcomes were
 * known.
 */
public final class Training {

    /** Months until an outcome is known: the target's horizon. */
    private static final int HORIZON_MONTHS = 6;

    private final TrainingSettings settings;
    private final IndicatorCatalogue catalogue;
    private final Function<List<FeatureDefinition>, CohortRows> source;

    /** A training on synthetic children. */
    public Training(TrainingSettings settings, IndicatorCatalogue catalogue) {
        this(settings, catalogue, SyntheticRows::new);
    }

    /**
     * A training on the rows that its settings name.
     *
     * @param source makes a reader of rows for features
     */
    public Training(
            TrainingSettings settings,
            IndicatorCatalogue catalogue,
            Function<List<FeatureDefinition>, CohortRows> source) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.source = source;
    }

    /**
     * Trains and evaluates.
     *
     * @throws ModellingFault when settings, data or result do not allow a release
     */
    public UnsignedRelease run() {
        check();
        return run(data());
    }

    /** The rows that the settings name, read strictly. */
    public TrainingData data() {
        return TrainingData.read(settings, source.apply(blanks()));
    }

    /** Trains on rows that were read before. */
    public UnsignedRelease run(TrainingData data) {
        return new ReleaseMaker(settings, fit(data)).make(data);
    }

    /** The model alone, without calibration. */
    FittedModel fit(TrainingData data) {
        return new ScorecardFitter(settings, data.train(), data.calibrate()).fit(blanks());
    }

    private List<FeatureDefinition> blanks() {
        return settings.features().stream()
                .map(feature -> FeatureFitter.blank(feature, catalogue))
                .toList();
    }

    /** Refuses what no data could make good. */
    private void check() {
        if (!settings.target().equals(ModelManifest.TARGET)) {
            throw new ModellingFault(ModellingErrorCode.TARGET_REFUSED, Map.of());
        }
        for (TrainingSettings.Feature feature : settings.features()) {
            Optional<Indicator> indicator = catalogue.find(feature.indicator());
            if (indicator.filter(Indicator::mayBeInput).isEmpty()) {
                throw new ModellingFault(
                        ModellingErrorCode.INDICATOR_REFUSED,
                        Map.of("indicator", feature.indicator().value()));
            }
        }
        var known = settings.data().train().day().plusMonths(HORIZON_MONTHS);
        if (settings.data().test().day().isBefore(known)) {
            throw new ModellingFault(ModellingErrorCode.SPLIT_IN_TIME, Map.of("earliest", known.toString()));
        }
    }
}
