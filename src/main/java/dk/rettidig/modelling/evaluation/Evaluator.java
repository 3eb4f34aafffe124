package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.Bar;
import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.EvaluationReport.NetBenefit;
import dk.rettidig.modelling.evaluation.EvaluationReport.Reliability;
import dk.rettidig.modelling.evaluation.EvaluationReport.Remark;
import dk.rettidig.modelling.evaluation.EvaluationReport.Yield;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes an {@link EvaluationReport}. The first of what is judged is the subject: curves and yields are its. */
public final class Evaluator {

    private static final int TENTHS = 10;
    private static final int FIFTHS = 5;
    private static final int BARS = 20;

    private final Plan plan;
    private final List<Grouping> groupings;
    private final Resamples resamples;

    /**
     * @param families for each row the family it belongs to, resampled together
     */
    public Evaluator(Plan plan, long[] families, List<Grouping> groupings) {
        this.plan = plan;
        this.groupings = List.copyOf(groupings);
        this.resamples = new Resamples(plan.resamples(), plan.seed(), families);
    }

    /**
     * Evaluates.
     *
     * @param judged the subject first
     */
    public EvaluationReport report(
            String subject, String data, String thresholdReason, List<Judged> judged, List<Remark> remarks) {
        Judged first = judged.getFirst();
        List<Remark> all = new ArrayList<>(remarks);
        List<SortedRows> sorted = judged.stream().map(SortedRows::all).toList();
        List<Function<int[], double[]>> figures = new ArrayList<>();
        sorted.forEach(each -> figures.addAll(figures(each, each == sorted.getFirst() ? shares() : new double[0])));
        List<Interval[]> intervals = resamples.intervals(figures);
        List<Yield> yields = yields(intervals.getFirst());
        Iterator<Interval[]> found = intervals.iterator();
        List<Comparison> comparisons = new ArrayList<>();
        judged.forEach(each -> comparisons.add(comparison(each, found)));
        if (comparisons.stream().flatMap(each -> each.groups().stream()).anyMatch(GroupFigures::suppressed)) {
            all.add(new Remark(
                    "Grupper med færre end " + plan.smallestGroup() + " rækker er udeladt.",
                    "Groups of fewer than " + plan.smallestGroup() + " rows are left out."));
        }
        return new EvaluationReport(
                subject,
                data,
                first.scores().length,
                resamples.families(),
                share(first.truth()),
                first.threshold(),
                thresholdReason,
                plan.resamples(),
                plan.smallestGroup(),
                comparisons,
                first.probabilities() ? reliability(first, rows(first), TENTHS) : List.of(),
                first.probabilities() ? reliabilityByGroup(first) : Map.of(),
                yields,
                first.probabilities() ? netBenefit(first) : List.of(),
                distribution(first),
                all);
    }

    /** All rows, then each group that is large enough to speak of, in the order in which {@link #comparison} takes them. */
    private List<Function<int[], double[]>> figures(SortedRows sorted, double[] shares) {
        List<Function<int[], double[]>> figures = new ArrayList<>();
        figures.add(weights -> sorted.figures(weights, shares));
        for (Grouping grouping : groupings) {
            for (int level = 0; level < grouping.levels().size(); level++) {
                if (grouping.size(level) >= plan.smallestGroup()) {
                    SortedRows rows = sorted.of(grouping, level);
                    figures.add(rows::figures);
                }
            }
        }
        return figures;
    }

    private Comparison comparison(Judged judged, Iterator<Interval[]> found) {
        Map<String, Interval> overall = figures(judged, found.next());
        List<GroupFigures> groups = new ArrayList<>();
        for (Grouping grouping : groupings) {
            for (int level = 0; level < grouping.levels().size(); level++) {
                String name = grouping.levels().get(level);
                int rows = grouping.size(level);
                groups.add(
                        rows < plan.smallestGroup()
                                ? new GroupFigures(grouping.name(), name, -1, true, true, Map.of())
                                : new GroupFigures(
                                        grouping.name(),
                                        name,
                                        rows,
                                        false,
                                        rows < Plan.FEW,
                                        figures(judged, found.next())));
            }
        }
        return new Comparison(judged.id(), judged.danish(), judged.english(), judged.threshold(), overall, groups);
    }

    private static Map<String, Interval> figures(Judged judged, Interval[] intervals) {
        Map<String, Interval> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (judged.probabilities() || !figure.ofProbabilities()) {
                figures.put(figure.id(), intervals[figure.place()]);
            }
        }
        return figures;
    }

    private double[] shares() {
        return plan.shares().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<Yield> yields(Interval[] subject) {
        List<Yield> yields = new ArrayList<>();
        int at = Figure.values().length;
        for (double share : plan.shares()) {
            yields.add(new Yield(share, subject[at].value(), subject[at + 1], subject[at + 2]));
            at += 3;
        }
        return yields;
    }

    private Map<String, List<Reliability>> reliabilityByGroup(Judged judged) {
        Map<String, List<Reliability>> byGroup = new LinkedHashMap<>();
        for (Grouping grouping : groupings) {
            for (int level = 0; level < grouping.levels().size(); level++) {
                int wanted = level;
                int[] rows = Arrays.stream(rows(judged))
                        .filter(row -> grouping.codes()[row] == wanted)
                        .toArray();
                if (rows.length >= Math.max(plan.smallestGroup(), Plan.FEW)) {
                    byGroup.put(
                            grouping.name() + ": " + grouping.levels().get(level), reliability(judged, rows, FIFTHS));
                }
            }
        }
        return byGroup;
    }

    private static List<Reliability> reliability(Judged judged, int[] rows, int bins) {
        int[] order = Ascending.rows(rows, judged.scores());
        List<Reliability> table = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) order.length * bin / bins);
            int to = (int) ((long) order.length * (bin + 1) / bins);
            double mean = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                mean += judged.scores()[order[i]];
                observed += judged.truth()[order[i]] ? 1 : 0;
            }
            if (to > from) {
                table.add(new Reliability(mean / (to - from), observed / (to - from), to - from));
            }
        }
        return table;
    }

    /** Vickers and Elkin 2006: right ones less wrong ones at the odds of the threshold, beside giving it to everybody. */
    static List<NetBenefit> netBenefit(Judged judged) {
        double base = share(judged.truth());
        List<NetBenefit> curve = new ArrayList<>();
        for (int step = 1; step <= 16; step++) {
            double threshold = step / 20.0; // 3 * 0.05 lies above 0.15
            double odds = threshold / (1 - threshold);
            long right = 0;
            long wrong = 0;
            for (int row = 0; row < judged.scores().length; row++) {
                if (judged.scores()[row] >= threshold) {
                    right += judged.truth()[row] ? 1 : 0;
                    wrong += judged.truth()[row] ? 0 : 1;
                }
            }
            curve.add(new NetBenefit(
                    threshold, (right - odds * wrong) / judged.scores().length, base - odds * (1 - base)));
        }
        return curve;
    }

    private static List<Bar> distribution(Judged judged) {
        double low = judged.probabilities()
                ? 0
                : Arrays.stream(judged.scores()).min().orElse(0);
        double high = judged.probabilities()
                ? 1
                : Arrays.stream(judged.scores()).max().orElse(1);
        double width = high > low ? (high - low) / BARS : 1;
        int[][] counts = new int[BARS][2];
        for (int row = 0; row < judged.scores().length; row++) {
            int bar = Math.clamp((int) ((judged.scores()[row] - low) / width), 0, BARS - 1);
            counts[bar][judged.truth()[row] ? 0 : 1]++;
        }
        return IntStream.range(0, BARS)
                .mapToObj(bar -> new Bar(low + bar * width, low + (bar + 1) * width, counts[bar][0], counts[bar][1]))
                .toList();
    }

    /** The greatest score at which at least this share of rows is reached. */
    public static double thresholdFor(double[] scores, double share) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int rows = Math.max(1, (int) Math.round(share * sorted.length));
        return sorted[sorted.length - rows];
    }

    private static int[] rows(Judged judged) {
        return IntStream.range(0, judged.scores().length).toArray();
    }

    private static double share(boolean[] truth) {
        long count = 0;
        for (boolean each : truth) {
            count += each ? 1 : 0;
        }
        return truth.length == 0 ? Double.NaN : (double) count / truth.length;
    }
}
