package dk.rettidig.scope;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How the screenings of notified children ended: kept until they are counted and their scope has ended, and read by nothing that
 * has to do with one child. Each method takes part in the caller's transaction, which holds the municipality's pseudonyms.
 */
public interface Conclusions {

    /** The indicator whose rows say it: the last day of the period is the day, the value 1 when need for support was found. */
    IndicatorId CONCLUDED = new IndicatorId("ASSESSMENT_CONCLUDED");

    /** Municipalities that have any. */
    List<MunicipalityCode> municipalities();

    /**
     * Conclusions that were not counted, one an interval of scope: those known at {@code settled} and not corrected since, and
     * those whose scope had ended at {@code ending}. Nobody is among them for whom somebody objected.
     */
    List<Due> due(MunicipalityCode municipality, Instant settled, Instant ending);

    /** Marks the conclusion of an interval as counted. */
    void counted(MunicipalityCode municipality, Due due, Instant at);

    /**
     * Marks what became known about counted intervals afterwards.
     *
     * @return in how many of them it says otherwise than what was counted
     */
    int changedAfter(MunicipalityCode municipality, Instant at);

    /**
     * Erases conclusions whose scope ended before the moment, or that lie in no scope any more, unless a halt keeps them.
     *
     * @return number of rows erased
     */
    int erase(MunicipalityCode municipality, Instant before);

    /**
     * One conclusion.
     *
     * @param from first day of the interval of scope
     * @param to last day of it
     * @param need whether need for support was found
     */
    record Due(Pseudonym child, BasisId basis, LocalDate from, LocalDate to, LocalDate day, boolean need) {

        @Override
        public String toString() {
            return "Due[hidden]";
        }
    }
}
