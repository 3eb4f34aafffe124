package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.OwnEvaluation;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ScoringResult;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A model must calculate for most children of every age, and must say that it does not know for children unlike those it
 * learned from: one of whom nothing is known, and ones whose every input is the rarest there is.
 */
final class AbstentionCheck implements GateCheck {

    private static final int STRANGE = 500;

    @Override
    public String name() {
        return "abstention";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        return List.of(coverage(subject), strange(subject.candidate()));
    }

    /** The least share of any age band with a value. */
    private static Measured coverage(Subject subject) {
        Measured least = new Measured("abstention_coverage", 1, "");
        for (int band = 1; band <= OwnEvaluation.AGE_BANDS.size(); band++) {
            int wanted = band;
            List<TrainingRow> rows = subject.test().stream()
                    .filter(row -> row.ageBand() == wanted)
                    .toList();
            double share = (double) rows.stream()
                            .filter(row -> subject.candidate().score(row.values()) instanceof ScoringResult.Scored)
                            .count()
                    / rows.size();
            if (!(share >= least.figure())) {
                least = new Measured(
                        "abstention_coverage",
                        share,
                        OwnEvaluation.AGE_BAND + ": " + OwnEvaluation.AGE_BANDS.get(band - 1));
            }
        }
        return least;
    }

    private static Measured strange(Candidate candidate) {
        List<FeatureDefinition> features = candidate.manifest().features();
        double[] unknown = new double[features.size()];
        Arrays.fill(unknown, Double.NaN);
        double[] rarest = features.stream().mapToDouble(AbstentionCheck::rarest).toArray();
        SplittableRandom random = new SplittableRandom(candidate.settings().seed());
        int refused = 0;
        for (int i = 0; i < STRANGE; i++) {
            double[] values = i == 0 ? unknown : rarest.clone();
            if (i > 1) { // one input of the rarest child as anybody's
                int feature = random.nextInt(values.length);
                BinTable table = new BinTable(features.get(feature));
                values[feature] = table.sample(random.nextInt(table.bins()));
            }
            refused += candidate.score(values) instanceof ScoringResult.Abstained ? 1 : 0;
        }
        return Measured.of("abstention_strange", (double) refused / STRANGE);
    }

    private static double rarest(FeatureDefinition feature) {
        int least = 0;
        for (int bin = 1; bin < feature.bins(); bin++) {
            least = feature.trainingCounts().get(bin) < feature.trainingCounts().get(least) ? bin : least;
        }
        return new BinTable(feature).sample(least);
    }
}
