package dk.rettidig.scoring;

import dk.rettidig.scoring.ModelIntegrityException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.impl.ArrayExample;

/**
 * Holds a manifest's tables against the Tribuo model that they were read from: same features, and for every bin of every
 * feature and a few hundred generated inputs the same log-odds. A release whose tables say something else than its model
 * is refused, so what scores is the model (ADR 0041).
 */
final class TribuoAgreement {

    /** The label of the outcome, and of its absence. */
    static final String POSITIVE = "1";

    static final String NEGATIVE = "0";

    /** Greatest difference in log-odds: sums of some twenty doubles in another order differ by less than 1e-13. */
    static final double TOLERANCE = 1e-9;

    /** Generated inputs besides one per bin: enough to meet every pair of bins of a dozen features. */
    private static final int GENERATED = 256;

    /** Any number will do; fixed so that a release that loads once loads always. */
    private static final long SEED = 20_261_122L;

    private TribuoAgreement() {}

    static void check(LinearSGDModel model, ModelManifest manifest) throws ModelIntegrityException {
        checkNames(model, manifest);
        Scorecard scorecard = new Scorecard(manifest);
        for (int[] bins : inputs(scorecard)) {
            double expected = logOdds(model, example(scorecard, bins));
            double found = scorecard.bias();
            for (int i = 0; i < bins.length; i++) {
                found += scorecard.table(i).weight(bins[i]);
            }
            if (!(Math.abs(expected - found) <= TOLERANCE)) {
                throw new ModelIntegrityException(
                        Reason.PREDICTION_MISMATCH, "the manifest's weights are not those of the model");
            }
        }
    }

    /** The model's log-odds of the outcome: the difference of Tribuo's two scores before its normaliser. */
    static double logOdds(LinearSGDModel model, Example<Label> example) {
        var scores = model.predict(example).getOutputScores();
        Label positive = Objects.requireNonNull(scores.get(POSITIVE));
        Label negative = Objects.requireNonNull(scores.get(NEGATIVE));
        return Math.log(positive.getScore()) - Math.log(negative.getScore());
    }

    private static void checkNames(LinearSGDModel model, ModelManifest manifest) throws ModelIntegrityException {
        Set<String> expected = new HashSet<>();
        manifest.features().forEach(feature -> expected.addAll(feature.tribuoNames()));
        Set<String> found = new HashSet<>();
        model.getFeatureIDMap().forEach(info -> found.add(info.getName()));
        Set<String> labels = new HashSet<>();
        model.getOutputIDInfo().getDomain().forEach(label -> labels.add(label.getLabel()));
        if (!expected.equals(found) || !labels.equals(Set.of(POSITIVE, NEGATIVE))) {
            throw new ModelIntegrityException(
                    Reason.FEATURES_MISMATCH,
                    "expected " + expected.size() + " bins and two labels, found " + found.size() + " and "
                            + labels.size());
        }
    }

    private static List<int[]> inputs(Scorecard scorecard) {
        int width = scorecard.features().size();
        List<int[]> inputs = new ArrayList<>();
        inputs.add(new int[width]);
        for (int i = 0; i < width; i++) {
            for (int bin = least(scorecard, i); bin < scorecard.table(i).bins(); bin++) {
                int[] bins = new int[width];
                bins[i] = bin;
                inputs.add(bins);
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 0; n < GENERATED; n++) {
            int[] bins = new int[width];
            for (int i = 0; i < width; i++) {
                bins[i] = random.nextInt(least(scorecard, i), scorecard.table(i).bins());
            }
            inputs.add(bins);
        }
        return inputs;
    }

    private static int least(Scorecard scorecard, int feature) {
        boolean own = scorecard.features().get(feature).missing() == MissingRule.OWN_BIN;
        return own ? Contribution.MISSING_BIN : 0;
    }

    private static Example<Label> example(Scorecard scorecard, int[] bins) {
        ArrayExample<Label> example = new ArrayExample<>(new Label(NEGATIVE));
        for (int i = 0; i < bins.length; i++) {
            double value = scorecard.table(i).sample(bins[i]);
            BinFeatures.active(scorecard.features().get(i), value).forEach(name -> example.add(name, 1.0));
        }
        if (example.size() == 0) { // Tribuo takes no example without features; a zero says the same
            example.add(scorecard.features().get(0).tribuoNames().get(0), 0.0);
        }
        return example;
    }
}
