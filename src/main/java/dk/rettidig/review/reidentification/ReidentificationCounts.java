package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;

/** Counts for each person and day. Implemented by the store; takes part in the caller's transaction. */
public interface ReidentificationCounts {

    /** Counts one more. */
    void add(MunicipalityCode municipality, LocalDate day, ActorName person, CountedAct act);

    /** Sums for each person from a day to a day, both included, by name. */
    List<PersonCount> sums(MunicipalityCode municipality, LocalDate from, LocalDate to);

    /** Erases the counts of days before this one, and substitutes whose time ended before it; how many rows went. */
    int eraseBefore(MunicipalityCode municipality, LocalDate day);
}
