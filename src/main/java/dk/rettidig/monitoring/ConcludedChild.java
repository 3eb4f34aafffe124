package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.OwnView;
import java.time.LocalDate;
import java.util.List;

/** What a concluded screening is counted with, besides the run. Each method takes part in the caller's transaction. */
public interface ConcludedChild {

    /** The child's age band as it was last delivered up to a day; {@link Tally#UNKNOWN} when it was not. */
    int ageBand(MunicipalityCode municipality, Pseudonym child, LocalDate until);

    /** The own views that are kept of a flag. */
    List<Viewed> views(MunicipalityCode municipality, FlagId flag);

    /** One view, without its text. */
    record Viewed(String reviewer, OwnView.Choice choice) {

        @Override
        public String toString() {
            return "Viewed[hidden]";
        }
    }
}
