package dk.rettidig.modelling.csv;

import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.csv.CsvModels.Predicted;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Remark;
import dk.rettidig.modelling.evaluation.Evaluator;
import dk.rettidig.modelling.evaluation.Grouping;
import dk.rettidig.modelling.evaluation.Judged;
import dk.rettidig.modelling.evaluation.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the score of a file, or models that are trained on its columns, rows of a family always in one fold. */
public final class CsvEvaluation {

    private final CsvPlan csv;
    private final Plan plan;

    public CsvEvaluation(CsvPlan csv, Plan plan) {
        this.csv = csv;
        this.plan = plan;
    }

    /** Which models to train. */
    public enum Kind {
        SCORECARD("scorecard", "Scorekort", "Scorecard"),
        BOOSTED("boosted", "Boostet model", "Boosted model");

        private final String id;
        private final String danish;
        private final String english;

        Kind(String id, String danish, String english) {
            this.id = id;
            this.danish = danish;
            this.english = english;
        }

        /** Its name in options and JSON. */
        public String id() {
            return id;
        }
    }

    /**
     * Evaluates.
     *
     * @param kinds to train where the file has no score; the first is the report's subject
     * @throws ModellingFault when file or columns do not allow it
     */
    public EvaluationReport report(List<Kind> kinds) {
        CsvTable table = CsvTable.read(csv.file(), csv.columns());
        boolean[] outcomes = table.truth(csv.label(), csv.positive());
        long positives = positives(outcomes);
        if (positives == 0 || positives == outcomes.length) {
            throw new ModellingFault(
                    ModellingErrorCode.ONE_CLASS, Map.of("rows", outcomes.length, "with_outcome", positives));
        }
        long[] families = families(table);
        List<Judged> judged = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        if (csv.score().isPresent()) {
            judged.add(scored(table, csv.score().get(), outcomes));
        } else {
            for (Predicted predicted : new CsvModels(csv, plan.seed()).predict(table, outcomes, families, kinds)) {
                judged.add(judged(predicted, outcomes));
                remarks.addAll(predicted.remarks());
            }
        }
        csv.decision().ifPresent(column -> judged.add(decided(table, column, outcomes)));
        List<Grouping> groupings = csv.groups().stream()
                .map(column -> {
                    String[] texts = table.texts(column);
                    return Grouping.of(column, texts.length, row -> texts[row]);
                })
                .toList();
        return new Evaluator(plan, families, groupings)
                .report(
                        csv.score().map(column -> column + " · ").orElse("")
                                + csv.file().getFileName(),
                        csv.file().getFileName() + ", " + csv.label()
                                + csv.positive().map(value -> " = " + value).orElse(""),
                        csv.threshold().isPresent()
                                ? "angivet / as given"
                                : "læser " + Math.round(100 * plan.capacity()) + " % / reads "
                                        + Math.round(100 * plan.capacity()) + " %",
                        judged,
                        remarks);
    }

    private Judged scored(CsvTable table, String column, boolean[] outcomes) {
        double[] scores = table.numbers(column);
        long missing = Arrays.stream(scores).filter(Double::isNaN).count();
        if (missing > 0) {
            throw new ModellingFault(
                    ModellingErrorCode.SCORE_MISSING, Map.of("column", column, "rows_without", missing));
        }
        boolean probabilities = Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1)
                && Arrays.stream(scores).anyMatch(score -> score != 0 && score != 1);
        return new Judged(
                "score", column, column + " against outcome", scores, outcomes, threshold(scores), probabilities);
    }

    private Judged judged(Predicted predicted, boolean[] outcomes) {
        return new Judged(
                predicted.kind().id(),
                predicted.kind().danish,
                predicted.kind().english,
                predicted.probabilities(),
                outcomes,
                threshold(predicted.probabilities()),
                true);
    }

    private static Judged decided(CsvTable table, String column, boolean[] outcomes) {
        boolean[] decisions = table.truth(column, Optional.empty());
        double[] scores = new double[decisions.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = decisions[row] ? 1 : 0;
        }
        return new Judged("people", "Menneskers afgørelser", "People's decisions", scores, outcomes, 1, false);
    }

    private double threshold(double[] scores) {
        return csv.threshold().orElseGet(() -> Evaluator.thresholdFor(scores, plan.capacity()));
    }

    private long[] families(CsvTable table) {
        long[] families = new long[table.rows()];
        if (csv.family().isEmpty()) {
            Arrays.setAll(families, row -> row);
            return families;
        }
        Map<String, Long> known = new HashMap<>();
        String[] texts = table.texts(csv.family().get());
        Arrays.setAll(
                families,
                row -> texts[row].isEmpty() ? -1L - row : known.computeIfAbsent(texts[row], _ -> (long) known.size()));
        return families;
    }

    private static long positives(boolean[] outcomes) {
        long count = 0;
        for (boolean outcome : outcomes) {
            count += outcome ? 1 : 0;
        }
        return count;
    }
}
