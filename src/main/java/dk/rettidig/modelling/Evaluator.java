package dk.rettidig.modelling;

import dk.rettidig.modelling.Evaluation.Figures;
import dk.rettidig.modelling.Evaluation.Group;
import dk.rettidig.modelling.Evaluation.Interval;
import dk.rettidig.modelling.Evaluation.Reliability;
import dk.rettidig.modelling.Evaluation.Yield;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/** Makes an {@link Evaluation} from rows and their calibrated probabilities. */
final class Evaluator {

    /** The share read, at whose threshold error rates of groups are compared. */
    private static final double READ = 0.10;

    private static final double[] SHARES = {0.01, 0.05, 0.10, 0.20};
    private static final int TENTHS = 10;

    private final List<TrainingRow> rows;
    private final double[] probabilities;
    private final boolean[] outcomes;
    private final Bootstrap bootstrap;

    Evaluator(List<TrainingRow> rows, double[] probabilities, int resamples, long seed) {
        this.rows = rows;
        this.probabilities = probabilities;
        this.outcomes = ScorecardFitter.outcomes(rows);
        this.bootstrap = new Bootstrap(resamples, seed);
    }

    Evaluation evaluate(Map<String, Double> calibrationBrier) {
        return new Evaluation(
                rows.size(),
                (int) rows.stream().mapToLong(TrainingRow::family).distinct().count(),
                share(outcomes),
                figures(),
                reliability(),
                yields(),
                groups(),
                calibrationBrier,
                Metrics.auc(probabilities, needs()),
                Metrics.auc(rows.stream().mapToDouble(TrainingRow::points).toArray(), outcomes));
    }

    private Figures figures() {
        return new Figures(
                interval(all(), Metrics::auc),
                interval(all(), Metrics::averagePrecision),
                interval(all(), Metrics::brier),
                interval(all(), (scores, truth) -> Metrics.calibrationError(scores, truth, TENTHS)));
    }

    private List<Reliability> reliability() {
        int[] order = Metrics.ascending(probabilities);
        List<Reliability> table = new ArrayList<>();
        for (int bin = 0; bin < TENTHS; bin++) {
            int from = (int) ((long) order.length * bin / TENTHS);
            int to = (int) ((long) order.length * (bin + 1) / TENTHS);
            double mean = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                mean += probabilities[order[i]];
                observed += outcomes[order[i]] ? 1 : 0;
            }
            table.add(new Reliability(mean / (to - from), observed / (to - from), to - from));
        }
        return table;
    }

    private List<Yield> yields() {
        List<Yield> yields = new ArrayList<>();
        for (double share : SHARES) {
            double threshold = Metrics.thresholdFor(probabilities, share);
            yields.add(new Yield(
                    share,
                    threshold,
                    Metrics.precision(probabilities, outcomes, threshold),
                    1 - Metrics.falseNegativeRate(probabilities, outcomes, threshold)));
        }
        return yields;
    }

    private List<Group> groups() {
        Map<String, Predicate<TrainingRow>> members = new LinkedHashMap<>();
        String[] bands = {"0-2", "3-6", "7-12", "13-17"};
        for (int band = 1; band <= bands.length; band++) {
            int wanted = band;
            members.put("age " + bands[band - 1], row -> row.ageBand() == wanted);
        }
        members.put("girls", TrainingRow::girl);
        members.put("boys", row -> !row.girl());
        members.put("synthetic group g", TrainingRow::groupG);
        members.put("synthetic rest", row -> !row.groupG());
        double threshold = Metrics.thresholdFor(probabilities, READ);
        List<Group> groups = new ArrayList<>();
        members.forEach((name, member) -> {
            int[] of = Arrays.stream(all())
                    .filter(row -> member.test(rows.get(row)))
                    .toArray();
            if (of.length >= Group.SMALLEST_GROUP) {
                groups.add(group(name, of, threshold));
            }
        });
        return groups;
    }

    private Group group(String name, int[] of, double threshold) {
        return new Group(
                name,
                of.length,
                Arrays.stream(of)
                        .mapToDouble(row -> outcomes[row] ? 1 : 0)
                        .average()
                        .orElseThrow(),
                Arrays.stream(of)
                        .mapToDouble(row -> probabilities[row])
                        .average()
                        .orElseThrow(),
                interval(of, Metrics::auc),
                interval(of, (scores, truth) -> Metrics.calibrationError(scores, truth, TENTHS)),
                interval(of, (scores, truth) -> Metrics.falsePositiveRate(scores, truth, threshold)),
                interval(of, (scores, truth) -> Metrics.falseNegativeRate(scores, truth, threshold)));
    }

    private Interval interval(int[] of, ToDoubleBiFunction<double[], boolean[]> figure) {
        double[] scores =
                Arrays.stream(of).mapToDouble(row -> probabilities[row]).toArray();
        long[] families =
                Arrays.stream(of).mapToLong(row -> rows.get(row).family()).toArray();
        boolean[] truth = new boolean[of.length];
        for (int i = 0; i < of.length; i++) {
            truth[i] = outcomes[of[i]];
        }
        return bootstrap.interval(scores, truth, families, figure);
    }

    private int[] all() {
        return java.util.stream.IntStream.range(0, rows.size()).toArray();
    }

    private boolean[] needs() {
        boolean[] needs = new boolean[rows.size()];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = rows.get(i).need();
        }
        return needs;
    }

    private static double share(boolean[] outcomes) {
        return (double) Metrics.count(outcomes) / outcomes.length;
    }
}
