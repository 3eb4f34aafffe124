package dk.rettidig.casefile.finding;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The records of cases as they were delivered. Each method takes part in the caller's transaction; the caller asked the gate. */
public interface CaseFiles {

    /** A municipality whose case system delivers, and the basis on which it does. */
    record Holding(MunicipalityCode municipality, BasisId basis) {}

    /**
     * What is asked for.
     *
     * @param indicators the kinds of events
     * @param maximumDays how many days from its first, which counts, an interval of scope holds at most
     * @param day a Danish day; the child must be in scope on it
     * @param known what became known later does not count
     */
    record Asking(Holding of, Set<IndicatorId> indicators, int maximumDays, LocalDate day, Instant known) {}

    /** Whoever has an approved feed of open cases. */
    List<Holding> holdings();

    /**
     * Hands out the file of each child with an open case, of each event the version known last. Children for whom somebody
     * objected (GDPR article 21) are left out. Read as one: all of it fits together.
     */
    void read(Asking asking, Consumer<CaseFile> each);
}
