package dk.rettidig.modelling;

import java.util.List;

/** Where the rows of a cohort come from, in the order of the features that the reader was made for. */
public interface CohortRows {

    /** The children in scope on the cohort's day, as they were known then. */
    List<TrainingRow> rows(TrainingSettings.Cohorts data, TrainingSettings.Cohort cohort);
}
