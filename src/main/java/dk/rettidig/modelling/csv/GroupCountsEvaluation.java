package dk.rettidig.modelling.csv;

import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.evaluation.CountEvaluator;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import java.util.Map;

/** Evaluates a file of counts, once it has people enough and both outcomes. */
public final class GroupCountsEvaluation {

    private final GroupCountsFile file;
    private final int smallest;

    /**
     * An evaluation that has not read its file yet.
     *
     * @param smallest people below whom a group is left out, at least 5
     */
    public GroupCountsEvaluation(GroupCountsFile file, int smallest) {
        this.file = file;
        this.smallest = smallest;
    }

    /**
     * Evaluates.
     *
     * @throws ModellingFault when the file cannot be used; {@code modelling_too_few} when all people together are fewer than
     *     the smallest group, {@code evaluation_one_class} when none or all have the outcome
     */
    public EvaluationReport report() {
        CountEvaluator evaluator = new CountEvaluator(file.read(), smallest);
        if (evaluator.people() < smallest) {
            throw new ModellingFault(ModellingErrorCode.TOO_FEW, Map.of("at_least", smallest));
        }
        if (evaluator.baseRate() == 0 || evaluator.baseRate() == 1) {
            throw new ModellingFault(ModellingErrorCode.ONE_CLASS, Map.of("share_with_outcome", evaluator.baseRate()));
        }
        return evaluator.report();
    }
}
