package dk.rettidig.modelling;

import java.util.List;
import java.util.Map;

/** Where the rows of a cohort come from, in the order of the features that the reader was made for. */
public interface CohortRows {

    /** The children in scope on the cohort's day, as they were known then. */
    List<TrainingRow> rows(TrainingSettings.Cohorts data, TrainingSettings.Cohort cohort);

    /** SHA-256 in hexadecimal of each file that was read so far, by its name; empty when nothing comes from files. */
    default Map<String, String> inputs() {
        return Map.of();
    }
}
