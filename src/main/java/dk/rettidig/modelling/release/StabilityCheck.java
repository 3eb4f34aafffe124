package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.Challenger;
import dk.rettidig.modelling.Metrics;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingData;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import java.util.List;
import java.util.Locale;

/**
 * Training again with another seed must give nearly the same probabilities; and trees on the same rows must not do much
 * better: then the scorecard misses something, and the challenger has earned a closer look.
 */
final class StabilityCheck implements GateCheck {

    private static final int SEEDS = 3;

    @Override
    public String name() {
        return "stability and challenger";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        return List.of(seeds(subject), challenger(subject));
    }

    private static Measured seeds(Subject subject) {
        try {
            TrainingSettings settings = subject.candidate().settings();
            double[] own = subject.candidate().probabilities(subject.test());
            double largest = 0;
            for (int other = 1; other <= SEEDS; other++) {
                Candidate again = subject.retraining()
                        .train(
                                settings.withTrainerSeed(settings.seed() + other),
                                subject.retraining().data());
                largest = Math.max(
                        largest,
                        difference(own, again.probabilities(subject.retraining().columns(again))));
            }
            return Measured.of("seed_instability", largest);
        } catch (ModellingFault fault) {
            return new Measured(
                    "seed_instability", Double.NaN, fault.errorCode().code());
        }
    }

    private static double difference(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static Measured challenger(Subject subject) {
        TrainingData data = subject.retraining().data();
        double boosted =
                Metrics.auc(Challenger.scores(subject.candidate().settings(), data), Metrics.outcomes(data.test()));
        double own = Metrics.auc(subject.candidate().probabilities(subject.test()), Metrics.outcomes(subject.test()));
        return new Measured("challenger_lead", boosted - own, String.format(Locale.ROOT, "AUC %.4f", boosted));
    }
}
