package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.Metrics;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureInput;
import dk.rettidig.scoring.FeatureReader;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.KnownValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Information that a model cannot have when it is used: outcomes dealt out anew must teach nothing; no single input may tell
 * nearly everything, which an input does that is written after the assessment; figures must not fall when the gate reads the
 * inputs as of the day; and what became known later must not exist for the reader.
 */
final class LeakageCheck implements GateCheck {

    private final Reading reading;

    /** A check of the reader that runs use. */
    LeakageCheck() {
        this((features, asOf, known) -> new FeatureReader(features).read(asOf, known));
    }

    /** A check of a reader. */
    LeakageCheck(Reading reading) {
        this.reading = reading;
    }

    /** How inputs are read as of a moment. */
    interface Reading {

        FeatureInput read(List<FeatureDefinition> features, AsOf asOf, List<KnownValue> known);
    }

    @Override
    public String name() {
        return "leakage";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        return List.of(shuffled(subject), single(subject), claimed(subject), later(subject));
    }

    private static Measured shuffled(Subject subject) {
        TrainingSettings settings = subject.candidate().settings();
        try {
            Candidate taught = subject.retraining()
                    .train(settings, subject.retraining().data().shuffled(settings.seed()));
            double auc = Metrics.auc(
                    taught.probabilities(subject.retraining().columns(taught)),
                    Metrics.outcomes(subject.retraining().data().test()));
            return Measured.of("label_shuffle_auc", 0.5 + Math.abs(auc - 0.5));
        } catch (ModellingFault fault) {
            boolean nothing = fault.errorCode() == ModellingErrorCode.NOTHING_LEARNED; // which is what should be
            return new Measured(
                    "label_shuffle_auc",
                    nothing ? 0.5 : Double.NaN,
                    fault.errorCode().code());
        }
    }

    private static Measured single(Subject subject) {
        List<FeatureDefinition> features = subject.candidate().manifest().features();
        boolean[] outcomes = Metrics.outcomes(subject.test());
        return IntStream.range(0, features.size())
                .mapToObj(i -> new Measured(
                        "single_feature_auc",
                        single(subject.test(), i, outcomes),
                        features.get(i).indicator().value()))
                .max(Comparator.comparingDouble(Measured::figure))
                .orElseThrow();
    }

    /** Of the children for whom it is known, in whichever direction. */
    private static double single(List<TrainingRow> rows, int feature, boolean[] outcomes) {
        int[] known = IntStream.range(0, rows.size())
                .filter(row -> !Double.isNaN(rows.get(row).values()[feature]))
                .toArray();
        double[] values = IntStream.of(known)
                .mapToDouble(row -> rows.get(row).values()[feature])
                .toArray();
        boolean[] truth = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            truth[i] = outcomes[known[i]];
        }
        double auc = Metrics.auc(values, truth);
        return Double.isNaN(auc) ? 0.5 : 0.5 + Math.abs(auc - 0.5);
    }

    /** What the candidate says of itself, less what its inputs as of the day give. */
    private static Measured claimed(Subject subject) {
        double claim = subject.candidate()
                .manifest()
                .evaluation()
                .path("auc")
                .path("value")
                .asDouble(Double.NaN);
        double found = Metrics.auc(subject.candidate().probabilities(subject.test()), Metrics.outcomes(subject.test()));
        return Measured.of("future_information_auc_drop", claim - found);
    }

    /** Of the features, how many a reader takes a value for that became known on the day after. */
    private Measured later(Subject subject) {
        LocalDate day = subject.candidate().settings().data().test().day();
        List<FeatureDefinition> features = subject.candidate().manifest().features();
        List<KnownValue> tomorrow = features.stream()
                .map(feature -> new KnownValue(
                        feature.indicator(),
                        day.minusDays(1),
                        day,
                        1,
                        AsOf.endOf(day.plusDays(1)).moment(),
                        false))
                .toList();
        long taken = reading.read(features, AsOf.endOf(day), tomorrow).values().stream()
                .filter(value -> !(value instanceof FeatureValue.Missing))
                .count();
        return Measured.of("future_inputs_read", (double) taken);
    }
}
