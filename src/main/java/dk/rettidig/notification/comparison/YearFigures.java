package dk.rettidig.notification.comparison;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Figures of one year as somebody loaded them. A later load of the same year takes its place; both stay.
 *
 * @param owner whose people compare
 * @param source where they were published, and when they were taken from there
 */
public record YearFigures(
        UUID id, MunicipalityCode owner, int year, String source, Instant loadedAt, List<AreaFigure> areas) {

    public YearFigures {
        areas = List.copyOf(areas);
    }
}
