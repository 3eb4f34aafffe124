package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;
import java.util.List;

/** What is kept of concluded screenings: counts. Each method takes part in the caller's transaction. */
public interface Tallies {

    /** Why a conclusion is in no figure. */
    enum Aside {
        /** No run can be shown that the child was in. */
        UNPLACED("unplaced"),
        /** Corrected or retracted after it was counted. */
        CHANGED("changed");

        private final String id;

        Aside(String id) {
            this.id = id;
        }

        /** The word in columns. */
        public String id() {
            return id;
        }
    }

    /** Counts children. */
    void add(MunicipalityCode municipality, Tally tally);

    /**
     * Counts own views.
     *
     * @param mark stands for the person in this quarter and for this model, 32 bytes
     */
    void add(MunicipalityCode municipality, ViewTally tally, byte[] mark);

    /** Counts children who are in no figure. */
    void aside(MunicipalityCode municipality, LocalDate quarter, Aside why, long children);

    /** What was counted in quarters from this one on. */
    Kept since(MunicipalityCode municipality, LocalDate quarter);

    /** Erases the marks of quarters before this one; returns how many. */
    int eraseMarks(MunicipalityCode municipality, LocalDate before);

    /**
     * What is kept.
     *
     * @param unplaced children in no run that can be shown
     * @param changed children whose conclusion was changed after it was counted
     */
    record Kept(List<Tally> children, List<ViewTally> views, List<Reviewers> reviewers, long unplaced, long changed) {

        public Kept {
            children = List.copyOf(children);
            views = List.copyOf(views);
            reviewers = List.copyOf(reviewers);
        }
    }

    /**
     * How many different people stand behind own views in a quarter.
     *
     * @param ageBand as in {@link Tally}, or {@link Performance#ALL}
     */
    record Reviewers(ModelRef model, int ageBand, long people) {}
}
