package dk.rettidig.casefile.supervision;

import dk.rettidig.ledger.AppendId;
import java.util.List;

/** Reviews and plans on file. Each method takes part in the caller's transaction. */
public interface Reviews {

    /** Files a review. */
    void add(Round round, Review review);

    /** The reviews of one case. */
    List<Review> of(Round round, int number);

    /** All reviews of a round, by number and time. */
    List<Review> all(Round round);

    /** Files a plan with its entry; false when the rule has one in this round. */
    boolean plan(Round round, Improvement improvement, AppendId append);

    /** The plans of a round. */
    List<Improvement> plans(Round round);
}
