package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One figure of many groups as a plot: a line a group from the low to the high end of its interval, the lowest figure first, and the
 * figure of all rows across. Made as SVG, so that it stands in print and without scripts.
 *
 * @param overall the figure of all rows, in words
 * @param level its height in the plot
 * @param apart groups whose interval does not hold it, in words
 * @param chance how many that would be by chance alone
 * @param flat groups in which it befell nobody or everybody: resamples give them no interval, and they are never called apart
 */
public record Caterpillar(
        String danish,
        String english,
        String overall,
        String level,
        List<Tick> ticks,
        List<Stroke> strokes,
        List<String> apart,
        long chance,
        long flat) {

    private static final double LEFT = 58;
    private static final double WIDTH = 930;
    private static final double TOP = 12;
    private static final double HEIGHT = 210;
    private static final int TICKS = 4;

    /** Highest values are rounded up to a multiple of it. */
    private static final double STEP = 0.1;

    /** One in twenty intervals does not hold what it is an interval of. */
    private static final double MISSED = 0.05;

    /** A height with its value in words. */
    public record Tick(String y, String text) {}

    /** One group. */
    public record Stroke(String x, String low, String high, String value, boolean apart, boolean flat, String text) {}

    /** Of groups that have the figure. */
    static Caterpillar of(Figure figure, Interval overall, List<GroupFigures> groups) {
        List<GroupFigures> ordered = groups.stream()
                .filter(each -> each.figure(figure).exists())
                .sorted(Comparator.comparingDouble(each -> each.figure(figure).value()))
                .toList();
        double highest =
                ordered.stream().mapToDouble(each -> each.figure(figure).high()).reduce(overall.value(), Math::max);
        Scale scale = new Scale(Math.max(STEP, Math.ceil(highest / STEP) * STEP), Math.max(1, ordered.size()));
        List<Stroke> strokes = IntStream.range(0, ordered.size())
                .mapToObj(i -> scale.stroke(i, figure, overall, ordered.get(i)))
                .toList();
        return new Caterpillar(
                figure.danish(),
                figure.english(),
                HtmlReport.percent(overall.value()),
                scale.y(overall.value()),
                scale.ticks(),
                strokes,
                strokes.stream().filter(Stroke::apart).map(Stroke::text).toList(),
                Math.round(strokes.stream().filter(each -> !each.flat()).count() * MISSED),
                strokes.stream().filter(Stroke::flat).count());
    }

    private record Scale(double highest, int groups) {

        String y(double value) {
            return coordinate(TOP + HEIGHT * (1 - value / highest));
        }

        List<Tick> ticks() {
            return IntStream.rangeClosed(0, TICKS)
                    .mapToObj(i -> highest * i / TICKS)
                    .map(value -> new Tick(y(value), HtmlReport.percent(value)))
                    .toList();
        }

        Stroke stroke(int place, Figure figure, Interval overall, GroupFigures group) {
            Interval value = group.figure(figure);
            boolean flat = value.low() == value.high();
            return new Stroke(
                    coordinate(LEFT + WIDTH * (place + 0.5) / groups),
                    y(value.low()),
                    y(value.high()),
                    y(value.value()),
                    !flat && (overall.value() < value.low() || overall.value() > value.high()),
                    flat,
                    group.level() + ": " + HtmlReport.percent(value.value()) + " (" + HtmlReport.percent(value.low())
                            + "–" + HtmlReport.percent(value.high()) + ")");
        }

        private static String coordinate(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
