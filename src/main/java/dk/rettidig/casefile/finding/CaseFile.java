package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.CaseEvent;
import dk.rettidig.casefile.CaseHistory;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.Optional;

/** What is on record about one child with an open case. */
public record CaseFile(Pseudonym child, CaseHistory history) {

    private static final String UNIT = "CASE_UNIT";

    /** The unit that has the case on the day, as a number of the municipality's own list. */
    Optional<Integer> unit(LocalDate day) {
        return history.latest(UNIT, day).map(CaseEvent::code);
    }

    @Override
    public String toString() {
        return "CaseFile[hidden]";
    }
}
