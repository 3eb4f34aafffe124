package dk.rettidig.notification.comparison;

import dk.rettidig.access.MunicipalityCode;
import java.util.List;
import java.util.Optional;

/** Loaded figures. Each method takes part in the caller's transaction. */
public interface Comparisons {

    /** Keeps a load. */
    void add(YearFigures figures);

    /** Years for which the municipality has figures, newest first. */
    List<Integer> years(MunicipalityCode owner);

    /** The newest load of a year. */
    Optional<YearFigures> find(MunicipalityCode owner, int year);
}
