package dk.rettidig.feed.body;

import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Period;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the rows of one delivery are held against.
 *
 * @param indicators those the note names
 * @param period the note's period
 * @param openEnded codes of indicators whose period may end later than the note's and in the future: intervals of scope
 * @param today the last day a period may reach, in Danish time
 * @param latestKnownAt the last moment a {@code known_at} may name
 * @param defaultKnownAt what stands in for an absent {@code known_at}: the delivery
 */
public record RowRules(
        IndicatorCatalogue catalogue,
        Set<IndicatorId> indicators,
        Set<IndicatorId> openEnded,
        Period period,
        LocalDate today,
        Instant latestKnownAt,
        Instant defaultKnownAt,
        CsvConvention csv) {

    public RowRules {
        indicators = Set.copyOf(indicators);
        openEnded = Set.copyOf(openEnded);
    }
}
