package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.Plan;
import java.util.List;

/** Evaluates a candidate or release on the cohort that its settings keep for testing. */
public final class OwnEvaluation {

    /** Ids of comparisons and names of groupings; see {@link CohortEvaluation}. */
    public static final String OUTCOME = CohortEvaluation.OUTCOME;

    public static final String NEED = CohortEvaluation.NEED;
    public static final String AGE_BAND = CohortEvaluation.AGE_BAND;
    public static final String MUNICIPALITY = CohortEvaluation.MUNICIPALITY;
    public static final List<String> AGE_BANDS = CohortEvaluation.AGE_BANDS;

    private final Candidate candidate;
    private final Plan plan;

    public OwnEvaluation(Candidate candidate, Plan plan) {
        this.candidate = candidate;
        this.plan = plan;
    }

    /**
     * The report on the test part of these rows, with the boosted challenger on the same rows beside the model.
     *
     * @param data with the values of all features that the candidate's settings try
     * @throws ModellingFault {@code modelling_boosted_unavailable}
     */
    public EvaluationReport challenged(TrainingData data) {
        List<TrainingRow> rows = candidate.columns(data.test());
        return new CohortEvaluation(rows, plan)
                .challenged(Challenger.scores(candidate.settings(), data))
                .report(candidate.manifest().ref().toString(), candidate.probabilities(rows));
    }

    /** The report on these children, values in the order of the candidate's features. */
    public EvaluationReport report(List<TrainingRow> rows) {
        return new CohortEvaluation(rows, plan)
                .report(candidate.manifest().ref().toString(), candidate.probabilities(rows));
    }
}
