package dk.rettidig.modelling;

import dk.rettidig.modelling.TrainingRow.Truth;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Remark;
import dk.rettidig.modelling.evaluation.Evaluator;
import dk.rettidig.modelling.evaluation.Grouping;
import dk.rettidig.modelling.evaluation.Judged;
import dk.rettidig.modelling.evaluation.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Evaluates calibrated probabilities against the assessment's outcome; on synthetic children also against true need, beside
 * the historical points list, and beside people. What people decided is the assessment itself, and it is held against true need by
 * the same measure as the model.
 */
final class CohortEvaluation {

    /** Ids of the comparisons. */
    static final String OUTCOME = "model";

    static final String NEED = "model_need";
    static final String PEOPLE = "people_need";
    static final String POINTS = "historical_points";
    static final String CHALLENGER = "boosted_challenger";

    /** Names of the groupings. */
    static final String AGE_BAND = "age band";

    static final String SEX = "sex";
    static final String GROUP_G = "synthetic group g";
    static final String MUNICIPALITY = "municipality";

    static final List<String> AGE_BANDS = List.of("0-2", "3-6", "7-12", "13-17");

    private final List<TrainingRow> rows;
    private final Plan plan;

    /** Of every row, or of none: real need is known to nobody. */
    private final List<Truth> truths;

    private final List<Judged> more;

    CohortEvaluation(List<TrainingRow> rows, Plan plan) {
        this(rows, plan, List.of());
    }

    private CohortEvaluation(List<TrainingRow> rows, Plan plan, List<Judged> more) {
        this.rows = rows;
        this.more = more;
        this.truths = rows.stream().flatMap(row -> row.truth().stream()).toList();
        if (!truths.isEmpty() && truths.size() != rows.size()) {
            throw new IllegalArgumentException("rows are all invented or none is");
        }
        this.plan = plan;
    }

    /** The same beside the boosted challenger's scores of the same rows. */
    CohortEvaluation challenged(double[] scores) {
        Judged challenger = new Judged(
                CHALLENGER,
                "Den boostede udfordrer mod undersøgelsens udfald",
                "The boosted challenger against the assessment",
                scores,
                truth(TrainingRow::outcome, rows),
                Evaluator.thresholdFor(scores, plan.capacity()),
                false);
        return new CohortEvaluation(rows, plan, List.of(challenger));
    }

    EvaluationReport report(String subject, double[] probabilities) {
        String reads = Math.round(100 * plan.capacity()) + " %";
        return new Evaluator(plan, families(), groupings())
                .report(
                        subject,
                        truths.isEmpty()
                                ? "pseudonymiserede rækker fra mapper / pseudonymised rows of folders"
                                : "syntetiske børn, ingen rigtig person / synthetic children, no real person",
                        "læser " + reads + " / reads " + reads,
                        judged(probabilities),
                        List.of(remark()));
    }

    private Remark remark() {
        return truths.isEmpty()
                ? new Remark(
                        "Tallene holder modellen mod undersøgelsens udfald; det sande behov kender ingen.",
                        "The figures hold the model against the assessment's outcome; true need is known to nobody.")
                : new Remark(
                        "Tallene siger intet om en kommunes rigtige børn.",
                        "The figures say nothing about a municipality's real children.");
    }

    private List<Judged> judged(double[] probabilities) {
        double threshold = Evaluator.thresholdFor(probabilities, plan.capacity());
        boolean[] outcomes = truth(TrainingRow::outcome, rows);
        List<Judged> judged = new ArrayList<>();
        judged.add(new Judged(
                OUTCOME,
                "Modellen mod undersøgelsens udfald",
                "The model against the assessment",
                probabilities,
                outcomes,
                threshold,
                true));
        if (!truths.isEmpty()) {
            judged.addAll(againstTruth(probabilities, threshold, outcomes));
        }
        judged.addAll(more);
        return judged;
    }

    private List<Judged> againstTruth(double[] probabilities, double threshold, boolean[] outcomes) {
        double[] points = truths.stream().mapToDouble(Truth::points).toArray();
        double[] decisions =
                rows.stream().mapToDouble(row -> row.outcome() ? 1 : 0).toArray();
        boolean[] needs = truth(Truth::need, truths);
        return List.of(
                new Judged(
                        NEED,
                        "Modellen mod sandt behov (syntetisk)",
                        "The model against true need (synthetic)",
                        probabilities,
                        needs,
                        threshold,
                        true),
                new Judged(
                        PEOPLE,
                        "Mennesker mod sandt behov (syntetisk)",
                        "People against true need (synthetic)",
                        decisions,
                        needs,
                        1,
                        false),
                new Judged(
                        POINTS,
                        "Den historiske pointliste mod undersøgelsens udfald",
                        "The historical points list against the assessment",
                        points,
                        outcomes,
                        Math.max(1, Evaluator.thresholdFor(points, plan.capacity())),
                        false));
    }

    private static <T> boolean[] truth(Predicate<T> what, List<T> of) {
        boolean[] truth = new boolean[of.size()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = what.test(of.get(row));
        }
        return truth;
    }

    private long[] families() {
        return rows.stream().mapToLong(TrainingRow::family).toArray();
    }

    private List<Grouping> groupings() {
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(new Grouping(AGE_BAND, AGE_BANDS, codes(row -> row.ageBand() - 1)));
        groupings.add(new Grouping(SEX, List.of("girls", "boys"), codes(row -> row.girl() ? 0 : 1)));
        if (!truths.isEmpty()) {
            groupings.add(new Grouping(
                    GROUP_G,
                    List.of("in g", "others"),
                    truths.stream().mapToInt(truth -> truth.groupG() ? 0 : 1).toArray()));
        }
        groupings.add(Grouping.of(
                MUNICIPALITY,
                rows.size(),
                row -> String.format("%03d", rows.get(row).municipality())));
        return groupings;
    }

    private interface Code {
        int of(TrainingRow row);
    }

    private int[] codes(Code code) {
        return IntStream.range(0, rows.size())
                .map(row -> code.of(rows.get(row)))
                .toArray();
    }
}
