package dk.rettidig.casefile.finding;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which checks took place and what they counted; about no child. Each method takes part in the caller's transaction. */
public interface CaseChecks {

    /** A check that took place. */
    record Check(LocalDate day, long cases, String policy, Instant at) {}

    /**
     * How many demands stood how, as of the last check of a month.
     *
     * @param month its first day
     * @param unit 0 where the record names none
     */
    record Cell(LocalDate month, LocalDate asOf, String rule, int version, int unit, FoundState state, long findings) {}

    /** The newest check under a basis. */
    Optional<Check> newest(Holding holding);

    /** The newest check of a municipality under any basis. */
    Optional<Check> newest(MunicipalityCode municipality);

    /** Waits until nobody else checks the same; for the rest of the transaction. */
    void alone(Holding holding);

    /** Files a check with its counts, which replace those of the same month. */
    void add(Holding holding, Check check, List<Cell> cells);

    /** Counts from the month on, all bases together, newest month first, then by rule, version, unit and state. */
    List<Cell> since(MunicipalityCode municipality, LocalDate month);
}
