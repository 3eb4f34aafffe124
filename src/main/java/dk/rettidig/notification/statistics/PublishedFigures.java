package dk.rettidig.notification.statistics;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Editions that were published. Each method takes part in the caller's transaction. */
public interface PublishedFigures {

    /**
     * An edition as published.
     *
     * @param margin how far each figure lies from what was counted at most, in 95 of 100
     * @param whole false when the municipality's first notification arrived after its first day
     */
    record Issue(Edition edition, Instant publishedAt, long margin, boolean whole) {}

    /** Municipalities with notifications, and the Danish day on which the first that is kept was received. */
    Map<MunicipalityCode, LocalDate> since();

    /** Names of the editions that a municipality has. */
    List<String> names(MunicipalityCode municipality);

    /** False when the edition was published before: it stays as it is. */
    boolean add(MunicipalityCode municipality, Issue issue, Map<Cell, Long> figures);

    /** A municipality's editions of a length, newest first. */
    List<Issue> issues(MunicipalityCode municipality, Edition.Period period, int most);

    /** The figures of editions by a dimension. */
    Map<String, Map<Cell, Long>> figures(MunicipalityCode municipality, List<Issue> issues, Dimension dimension);

    /** The moment at which the newest edition was published. */
    Optional<Instant> newest(MunicipalityCode municipality);
}
