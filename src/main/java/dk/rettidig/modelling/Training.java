package dk.rettidig.modelling;

import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.modelling.FamilySplit.Part;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ModelManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training run from settings to a release that only lacks its signature. Refuses, before any data are read, a target that
 * measures something else than need, an indicator that is not open, and a test cohort before the training outcomes were
 * known.
 */
public final class Training {

    /** Months until an outcome is known: the target's horizon. */
    private static final int HORIZON_MONTHS = 6;

    /** Fewest children of either outcome in each part of the data. */
    private static final int FEWEST = 50;

    private final TrainingSettings settings;
    private final IndicatorCatalogue catalogue;

    public Training(TrainingSettings settings, IndicatorCatalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /**
     * Trains and evaluates.
     *
     * @throws ModellingFault when settings, data or result do not allow a release
     */
    public UnsignedRelease run() {
        check();
        List<FeatureDefinition> blanks = settings.features().stream()
                .map(feature -> FeatureFitter.blank(feature, catalogue))
                .toList();
        SyntheticRows source = new SyntheticRows(blanks);
        List<TrainingRow> earlier = source.rows(settings.data(), settings.data().train());
        List<TrainingRow> later = source.rows(settings.data(), settings.data().test());
        List<TrainingRow> train = part(earlier, Part.TRAIN);
        List<TrainingRow> calibrate = part(earlier, Part.CALIBRATE);
        List<TrainingRow> test = part(later, Part.TEST);
        List.of(train, calibrate, test).forEach(Training::requireBothOutcomes);
        FittedModel fitted = new ScorecardFitter(settings, train, calibrate).fit(blanks);
        return new ReleaseMaker(settings, fitted).make(train, calibrate, test);
    }

    private void check() {
        if (!settings.target().equals(ModelManifest.TARGET)) {
            throw new ModellingFault(ModellingErrorCode.TARGET_REFUSED, Map.of());
        }
        for (TrainingSettings.Feature feature : settings.features()) {
            Optional<Indicator> indicator = catalogue.find(feature.indicator());
            if (indicator.isEmpty() || indicator.get().availability() != Availability.OPEN) {
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

    private List<TrainingRow> part(List<TrainingRow> rows, Part part) {
        FamilySplit split = new FamilySplit(settings.seed(), settings.split());
        List<TrainingRow> of = new ArrayList<>();
        for (TrainingRow row : rows) {
            if (split.part(row.family()) == part) {
                of.add(row);
            }
        }
        return of;
    }

    private static void requireBothOutcomes(List<TrainingRow> rows) {
        long positives = rows.stream().filter(TrainingRow::outcome).count();
        if (positives < FEWEST || rows.size() - positives < FEWEST) {
            throw new ModellingFault(
                    ModellingErrorCode.TOO_FEW, Map.of("children", rows.size(), "with_outcome", positives));
        }
    }
}
