package dk.rettidig.feed.intake;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import java.time.Instant;
import java.util.List;

/** Observations as scope binds them. Each method takes part in the caller's transaction. */
public interface ScopedRows {

    /** A municipality and a basis under which feeds deliver about children in scope. */
    record Holding(MunicipalityCode municipality, BasisId basis) {}

    /** Every municipality and basis with an approved feed that reaches children in scope only. */
    List<Holding> holdings();

    /**
     * Erases the observations of children whose scope ended before the moment, and the intervals that ended.
     *
     * @return number of observations erased
     */
    int erase(Holding holding, Instant endedBefore);
}
