package dk.rettidig.casefile;

import dk.rettidig.law.CaseRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one rule finds in one case about one demand.
 *
 * @param on the day that made the demand; none when nothing did
 * @param due the last day in time, where there is one
 * @param done the day on which what is demanded is on record
 * @param missing the event whose date would be needed to tell
 */
public record Finding(
        CaseRule rule,
        State state,
        Optional<LocalDate> on,
        Optional<LocalDate> due,
        Optional<LocalDate> done,
        Optional<String> missing) {

    /** What is found. */
    public enum State {
        /** Not on record, and still in time or without a last day. */
        OPEN("open"),
        /** Not on record in time. Says nothing about whether the act was done. */
        BREACHED("breached"),
        /** On record in time. */
        MET("met"),
        /** Nothing was demanded. */
        NOT_APPLICABLE("not_applicable"),
        /** A date is missing without which nobody can tell. */
        UNDECIDABLE("undecidable");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word in policies and answers. */
        public String id() {
            return id;
        }
    }

    static Finding open(CaseRule rule, LocalDate on, Optional<LocalDate> due) {
        return new Finding(rule, State.OPEN, Optional.of(on), due, Optional.empty(), Optional.empty());
    }

    static Finding met(CaseRule rule, LocalDate on, Optional<LocalDate> due, LocalDate done) {
        return new Finding(rule, State.MET, Optional.of(on), due, Optional.of(done), Optional.empty());
    }

    static Finding breached(CaseRule rule, LocalDate on, LocalDate due, Optional<LocalDate> done) {
        return new Finding(rule, State.BREACHED, Optional.of(on), Optional.of(due), done, Optional.empty());
    }

    static Finding undecidable(CaseRule rule, Optional<LocalDate> on, String missing) {
        return new Finding(rule, State.UNDECIDABLE, on, Optional.empty(), Optional.empty(), Optional.of(missing));
    }

    static Finding notApplicable(CaseRule rule, Optional<LocalDate> on) {
        return new Finding(rule, State.NOT_APPLICABLE, on, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
