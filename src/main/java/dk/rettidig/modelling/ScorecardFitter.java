package dk.rettidig.modelling;

import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * Fits a scorecard: small bins are merged, the model is trained, edges whose weight runs against the declared direction are
 * merged away and it is trained again, until none is left; then indicators without measurable gain on the calibration data
 * go (data minimisation, GDPR art. 5(1)(c)), and it is trained a last time.
 */
public final class ScorecardFitter {

    /** Reasons why an indicator is left out. */
    static final String CONSTANT = "constant in training";

    static final String NO_EFFECT = "no effect in its declared direction";
    static final String NO_GAIN = "no measurable gain";

    private final TrainingSettings settings;
    private final ScorecardTrainer trainer;
    private final List<TrainingRow> train;
    private final List<TrainingRow> calibrate;
    private final Map<String, String> dropped = new LinkedHashMap<>();

    /** A fitter of these settings. */
    public ScorecardFitter(TrainingSettings settings, List<TrainingRow> train, List<TrainingRow> calibrate) {
        this.settings = settings;
        this.trainer = new ScorecardTrainer(settings);
        this.train = train;
        this.calibrate = calibrate;
    }

    /** Fits the features to the rows. */
    public FittedModel fit(List<FeatureDefinition> blanks) {
        List<Candidate> candidates = new ArrayList<>();
        for (int column = 0; column < blanks.size(); column++) {
            FeatureDefinition feature = FeatureFitter.merged(
                    blanks.get(column), column(column), settings.trainer().minimumBin());
            candidates.add(new Candidate(feature, column));
        }
        candidates.removeIf(this::isConstant);
        FittedModel fitted = monotone(candidates);
        List<Candidate> useful = useful(fitted);
        return useful.size() == fitted.features().size() ? fitted : monotone(useful);
    }

    /** A feature at its place in the rows. */
    private record Candidate(FeatureDefinition feature, int column) {}

    private boolean isConstant(Candidate candidate) {
        FeatureDefinition feature = candidate.feature();
        long used = feature.trainingCounts().stream()
                .filter(count -> count >= settings.trainer().minimumBin())
                .count();
        boolean constant = used + (feature.missingCount() >= settings.trainer().minimumBin() ? 1 : 0) < 2;
        if (constant) {
            dropped.put(feature.indicator().value(), CONSTANT);
        }
        return constant;
    }

    private FittedModel monotone(List<Candidate> start) {
        List<Candidate> current = new ArrayList<>(start);
        while (!current.isEmpty()) {
            FittedModel fitted = trained(current);
            List<Candidate> next = new ArrayList<>();
            for (int i = 0; i < current.size(); i++) {
                narrowed(fitted.features().get(i), current.get(i).column()).ifPresent(next::add);
            }
            if (fitted.features().stream().allMatch(FeatureDefinition::keepsItsDirection)) {
                return fitted;
            }
            current = next;
        }
        throw new ModellingFault(ModellingErrorCode.NOTHING_LEARNED, Map.of());
    }

    private java.util.Optional<Candidate> narrowed(FeatureDefinition feature, int column) {
        if (feature.direction() == Direction.NONE) {
            return java.util.Optional.of(new Candidate(feature, column));
        }
        List<Double> kept = FeatureFitter.edgesInDirection(feature);
        if (kept.isEmpty()) {
            dropped.put(feature.indicator().value(), NO_EFFECT);
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                new Candidate(FeatureFitter.counted(feature, kept, List.of(), column(column)), column));
    }

    private FittedModel trained(List<Candidate> candidates) {
        int[] columns = candidates.stream().mapToInt(Candidate::column).toArray();
        List<FeatureDefinition> features =
                candidates.stream().map(Candidate::feature).toList();
        LinearSGDModel model = trainer.train(features, columns, train);
        List<FeatureDefinition> weighted = features.stream()
                .map(feature -> FeatureFitter.weighted(feature, weights(model, feature), missingWeight(model, feature)))
                .toList();
        return new FittedModel(model, weighted, columns, dropped);
    }

    private List<Candidate> useful(FittedModel fitted) {
        boolean[] outcomes = Metrics.outcomes(calibrate);
        double loss = Metrics.logLoss(fitted.logOdds(calibrate), outcomes);
        List<Candidate> useful = new ArrayList<>();
        for (int i = 0; i < fitted.features().size(); i++) {
            double gain = Metrics.logLoss(fitted.logOddsWithout(i, calibrate), outcomes) - loss;
            if (gain >= settings.trainer().minimumGain()) {
                useful.add(new Candidate(fitted.features().get(i), fitted.columns()[i]));
            } else {
                dropped.put(fitted.features().get(i).indicator().value(), NO_GAIN);
            }
        }
        return useful;
    }

    private static List<Double> weights(LinearSGDModel model, FeatureDefinition feature) {
        return feature.tribuoNames().stream()
                .limit(feature.bins() - 1L)
                .map(name -> ScorecardTrainer.weight(model, name))
                .toList();
    }

    private static double missingWeight(LinearSGDModel model, FeatureDefinition feature) {
        return feature.missing() == MissingRule.OWN_BIN ? ScorecardTrainer.weight(model, feature.missingName()) : 0;
    }

    private double[] column(int column) {
        return train.stream().mapToDouble(row -> row.values()[column]).toArray();
    }
}
