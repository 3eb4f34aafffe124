package dk.rettidig.scope;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.ScopeKind;
import java.time.Instant;
import java.util.Set;

/** Answers who is in scope. Injected; the set it returns is a copy of its moment. */
public interface Scopes {

    /** The indicator whose rows fill scope with children who have an open notification: {@code period_from} to {@code period_to} is the interval. */
    IndicatorId NOTIFIED = new IndicatorId("SCOPE_NOTIFIED");

    /** The same for children with an open case; the basis of the feed keeps the two apart. */
    IndicatorId CASE = new IndicatorId("SCOPE_CASE");

    /** All indicators whose rows fill scope. */
    Set<IndicatorId> MARKERS = Set.of(NOTIFIED, CASE);

    /** The kind of scope that rows of the marker fill. */
    static ScopeKind filledBy(IndicatorId marker) {
        return marker.equals(CASE) ? ScopeKind.OPEN_CASE : ScopeKind.NOTIFIED;
    }

    /**
     * The children in scope.
     *
     * @param kind {@code population} answers with a set that contains everybody and has no size; {@code none} with nobody
     * @param at the moment; what was known later does not count, and its day in Denmark must lie in the interval
     */
    ScopeSet at(MunicipalityCode municipality, BasisId basis, ScopeKind kind, Instant at);

    /**
     * The children in scope whom a source with a domain of its own can be heard about: under what the source calls each. Who
     * has no pair is not among them.
     *
     * @param source as in {@link SourcePairs}
     */
    ScopeSet at(MunicipalityCode municipality, BasisId basis, ScopeKind kind, Instant at, String source);

    /** The children who are in scope or whose scope ended later than a moment, whatever became known when. */
    ScopeSet endedAfter(MunicipalityCode municipality, BasisId basis, Instant moment);
}
