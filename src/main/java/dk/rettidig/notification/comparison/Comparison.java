package dk.rettidig.notification.comparison;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.Funnel;
import dk.rettidig.statistics.Rates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Municipalities of one year held against each other. The common rate and what chance moves come from all of them, whichever
 * group is looked at: a group of three has no rate of its own worth comparing with.
 *
 * @param per100 the common rate: notifications for each 100 children
 * @param lines of the group that was asked for, highest drawn-in rate first
 * @param drawn whether rates are drawn towards the common one; not with fewer than ten municipalities
 */
public record Comparison(YearFigures figures, double per100, List<Line> lines, boolean drawn) {

    /** Fewer are not drawn towards a common rate: it would be known too badly itself. */
    static final int FEWEST_DRAWN = 10;

    private static final double HUNDRED = 100;

    public Comparison {
        lines = List.copyOf(lines);
    }

    /** Where a municipality's count lies in the funnel. */
    public enum Place {
        FAR_BELOW,
        BELOW,
        WITHIN,
        ABOVE,
        FAR_ABOVE
    }

    /**
     * One municipality.
     *
     * @param per100 notifications for each 100 children, as published
     * @param drawn the same drawn towards the common rate, with its 95 % interval; empty when nothing is drawn
     */
    public record Line(AreaFigure area, boolean own, double per100, Optional<Drawn> drawn, Place place) {}

    /** A rate drawn towards the common one, for each 100 children. */
    public record Drawn(double per100, double low, double high) {}

    /** Holds them against each other; when nothing was notified anywhere, all lie within. */
    static Comparison of(YearFigures figures, ComparedAs group) {
        List<Rates.Area> areas = figures.areas().stream().map(Comparison::area).toList();
        boolean any = figures.areas().stream().anyMatch(area -> area.notifications() > 0) && areas.size() > 1;
        Optional<Rates> rates = any ? Optional.of(Rates.fit(areas)) : Optional.empty();
        Optional<Rates> drawing = rates.filter(each -> areas.size() >= FEWEST_DRAWN);
        List<Line> lines = figures.areas().stream()
                .filter(area -> area.as().in(group) || own(figures, area))
                .map(area -> new Line(
                        area,
                        own(figures, area),
                        HUNDRED * area(area).rate(),
                        drawing.map(each -> drawn(each.shrink(area(area), ConfidenceLevel.NINETY_FIVE))),
                        rates.map(each -> place(area, each.mean())).orElse(Place.WITHIN)))
                .sorted(Comparator.comparing(Comparison::order)
                        .reversed()
                        .thenComparing(line -> line.area().municipality()))
                .toList();
        return new Comparison(figures, HUNDRED * rates.map(Rates::mean).orElse(0.0), lines, drawing.isPresent());
    }

    private static boolean own(YearFigures figures, AreaFigure area) {
        return area.municipality().equals(figures.owner());
    }

    private static double order(Line line) {
        return line.drawn().map(Drawn::per100).orElse(line.per100());
    }

    private static Rates.Area area(AreaFigure area) {
        return new Rates.Area(area.notifications(), area.children());
    }

    private static Drawn drawn(Rates.Shrunk shrunk) {
        return new Drawn(HUNDRED * shrunk.rate(), HUNDRED * shrunk.low(), HUNDRED * shrunk.high());
    }

    private static Place place(AreaFigure area, double mean) {
        double expected = mean * area.children();
        Funnel.Place outer = Funnel.of(expected, Funnel.OUTER).place(area.notifications());
        if (outer != Funnel.Place.WITHIN) {
            return outer == Funnel.Place.ABOVE ? Place.FAR_ABOVE : Place.FAR_BELOW;
        }
        return switch (Funnel.of(expected, Funnel.INNER).place(area.notifications())) {
            case ABOVE -> Place.ABOVE;
            case BELOW -> Place.BELOW;
            case WITHIN -> Place.WITHIN;
        };
    }

    /** The municipality that compares. */
    public MunicipalityCode owner() {
        return figures.owner();
    }
}
