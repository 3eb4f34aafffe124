package dk.rettidig.notification.statistics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Published figures by one dimension, over editions of one length.
 *
 * @param issues oldest first
 * @param figures by the edition's name
 */
public record FigureTable(
        Edition.Period period,
        Dimension dimension,
        List<PublishedFigures.Issue> issues,
        Map<String, Map<Cell, Long>> figures) {

    /** A share of fewer than this many margins says nothing. */
    private static final int MARGINS = 3;

    public FigureTable {
        issues = List.copyOf(issues);
        figures = Map.copyOf(figures);
    }

    /** What it has figures of. */
    public List<Measure> measures() {
        return Categories.measures(period, dimension);
    }

    /** A figure; empty when the edition was published before there was such a category. */
    public OptionalLong figure(Edition edition, Measure measure, String category) {
        Long value = figures.getOrDefault(edition.name(), Map.of()).get(new Cell(measure, dimension, category));
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Whether the edition has any of these figures: one that was published before there were such has none. */
    public boolean counted(Edition edition) {
        return !figures.getOrDefault(edition.name(), Map.of()).isEmpty();
    }

    /**
     * A figure as a share of what it is a part of, at most 1; empty where it is no part, and where the whole is so small that
     * the protection alone could have made the share.
     */
    public OptionalDouble share(PublishedFigures.Issue issue, Measure measure, String category) {
        OptionalLong part = figure(issue.edition(), measure, category);
        OptionalLong whole =
                measure.of().map(of -> figure(issue.edition(), of, category)).orElse(OptionalLong.empty());
        if (part.isEmpty() || whole.isEmpty() || whole.getAsLong() < MARGINS * issue.margin()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1, (double) part.getAsLong() / whole.getAsLong()));
    }
}
