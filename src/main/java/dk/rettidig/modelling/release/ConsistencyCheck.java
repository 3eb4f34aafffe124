package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.release.ReleaseGate.GateCheck;
import dk.rettidig.modelling.release.ReleaseGate.Subject;
import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ScoringResult;
import java.util.List;

/**
 * The same input gives the same score, whatever came before; the next bin of one input moves the probability a little; more
 * of an input never moves it against its direction.
 */
final class ConsistencyCheck implements GateCheck {

    /** Children that are tried; each with every bin of every input. */
    private static final int CHILDREN = 2_000;

    /** More than rounding: a probability fell. */
    private static final double FALL = 1e-12;

    private final Scoring scoring;

    /** A check of a candidate's own scorer. */
    ConsistencyCheck() {
        this(Candidate::score);
    }

    /** A check of a scorer. */
    ConsistencyCheck(Scoring scoring) {
        this.scoring = scoring;
    }

    /** How a child is scored. */
    interface Scoring {

        ScoringResult score(Candidate candidate, double[] values);
    }

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public List<Measured> measure(Subject subject) {
        List<TrainingRow> rows = subject.test().stream().limit(CHILDREN).toList();
        return List.of(
                repeated(subject.candidate(), rows), steps(subject.candidate(), rows), directions(subject, rows));
    }

    /** Forwards and backwards: whatever a scorer kept of the child before would show. */
    private Measured repeated(Candidate candidate, List<TrainingRow> rows) {
        List<ScoringResult> forwards =
                rows.stream().map(row -> scoring.score(candidate, row.values())).toList();
        List<ScoringResult> backwards = rows.reversed().stream()
                .map(row -> scoring.score(candidate, row.values()))
                .toList()
                .reversed();
        int differing = 0;
        for (int i = 0; i < rows.size(); i++) {
            differing += forwards.get(i).equals(backwards.get(i)) ? 0 : 1;
        }
        return Measured.of("repeat_inconsistency", (double) differing / rows.size());
    }

    private static Measured steps(Candidate candidate, List<TrainingRow> rows) {
        Measured largest = new Measured("step_effect", 0, "");
        for (int feature = 0; feature < candidate.manifest().features().size(); feature++) {
            FeatureDefinition definition = candidate.manifest().features().get(feature);
            BinTable table = new BinTable(definition);
            for (int bin = 1; bin < definition.bins(); bin++) {
                double[] below = candidate.probabilities(with(rows, feature, table.sample(bin - 1)));
                double[] above = candidate.probabilities(with(rows, feature, table.sample(bin)));
                for (int row = 0; row < below.length; row++) {
                    double effect = Math.abs(above[row] - below[row]);
                    if (effect > largest.figure()) {
                        largest = new Measured(
                                "step_effect", effect, definition.indicator().value());
                    }
                }
            }
        }
        return largest;
    }

    private static Measured directions(Subject subject, List<TrainingRow> rows) {
        int against = 0;
        String where = "";
        List<FeatureDefinition> features = subject.candidate().manifest().features();
        for (int feature = 0; feature < features.size(); feature++) {
            Direction direction = features.get(feature).direction();
            BinTable table = new BinTable(features.get(feature));
            for (int bin = 1; direction != Direction.NONE && bin < table.bins(); bin++) {
                double[] below = subject.candidate().probabilities(with(rows, feature, table.sample(bin - 1)));
                double[] above = subject.candidate().probabilities(with(rows, feature, table.sample(bin)));
                int wrong = against(direction, below, above);
                against += wrong;
                where = wrong > 0 ? features.get(feature).indicator().value() : where;
            }
        }
        return new Measured("direction_violations", against, where);
    }

    private static int against(Direction direction, double[] below, double[] above) {
        int wrong = 0;
        for (int row = 0; row < below.length; row++) {
            double change = direction == Direction.INCREASING ? above[row] - below[row] : below[row] - above[row];
            wrong += change < -FALL ? 1 : 0;
        }
        return wrong;
    }

    private static List<TrainingRow> with(List<TrainingRow> rows, int feature, double value) {
        return rows.stream()
                .map(row -> {
                    double[] values = row.values().clone();
                    values[feature] = value;
                    return row.withValues(values);
                })
                .toList();
    }
}
