package dk.rettidig.notification.comparison.page;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.comparison.Comparison;
import dk.rettidig.statistics.Funnel;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A funnel plot (Spiegelhalter 2005) as coordinates of a drawing 640 wide and 360 high: children across on a logarithmic scale,
 * notifications for each 100 children upwards.
 *
 * @param mean height of the common rate
 * @param low points of the lower outer limit, as SVG writes them
 * @param high points of the upper one
 */
public record FunnelPlot(List<Dot> dots, List<Mark> across, List<Mark> upwards, double mean, String low, String high) {

    static final double LEFT = 50;
    static final double RIGHT = 630;
    static final double TOP = 10;
    static final double BOTTOM = 320;

    private static final int LIMIT_POINTS = 60;
    private static final int MARKS = 5;
    private static final double HUNDRED = 100;
    private static final double[] STEPS = {1, 2, 5, 10};

    /** One municipality; {@code title} says it in words. */
    public record Dot(double x, double y, boolean own, String title) {}

    /** A number at an axis. */
    public record Mark(double at, String text) {}

    /** Where numbers lie. */
    private record Scale(double fewest, double most, double highest) {

        double x(double children) {
            double part = (Math.log(children) - Math.log(fewest)) / (Math.log(most) - Math.log(fewest));
            return round(LEFT + part * (RIGHT - LEFT));
        }

        double y(double per100) {
            return round(BOTTOM - Math.min(1, per100 / highest) * (BOTTOM - TOP));
        }
    }

    static FunnelPlot of(Comparison comparison, Function<MunicipalityCode, String> name, Language language) {
        Scale scale = scale(comparison);
        List<Dot> dots = comparison.lines().stream()
                .map(line -> new Dot(
                        scale.x((double) line.area().children()),
                        scale.y(line.per100()),
                        line.own(),
                        name.apply(line.area().municipality()) + ": "
                                + ComparisonText.decimal(line.per100(), language)))
                .toList();
        return new FunnelPlot(
                dots,
                across(scale, language),
                upwards(scale, language),
                scale.y(comparison.per100()),
                limit(comparison.per100(), scale, false),
                limit(comparison.per100(), scale, true));
    }

    private static Scale scale(Comparison comparison) {
        double fewest = comparison.lines().stream()
                .mapToDouble(line -> (double) line.area().children())
                .min()
                .orElse(1);
        double most = comparison.lines().stream()
                .mapToDouble(line -> (double) line.area().children())
                .max()
                .orElse(1);
        double highest = comparison.lines().stream()
                .mapToDouble(Comparison.Line::per100)
                .max()
                .orElse(1);
        return new Scale(fewest / 1.5, most * 1.5, Math.max(1, Math.max(highest, comparison.per100() * 1.5) * 1.1));
    }

    private static List<Mark> across(Scale scale, Language language) {
        List<Mark> marks = new ArrayList<>();
        for (double power = 1; power <= scale.most(); power *= 10) {
            for (double each : STEPS) {
                double at = each * power;
                if (at >= scale.fewest() && at <= scale.most() && each < STEPS[STEPS.length - 1]) {
                    marks.add(new Mark(scale.x(at), Words.count((long) at, language)));
                }
            }
        }
        return marks;
    }

    private static List<Mark> upwards(Scale scale, Language language) {
        double power = Math.pow(10, Math.floor(Math.log10(scale.highest() / MARKS)));
        double step = power;
        for (double each : STEPS) {
            if (scale.highest() / (each * power) <= MARKS + 1) {
                step = each * power;
                break;
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (double at = 0; at <= scale.highest(); at += step) {
            marks.add(new Mark(scale.y(at), Words.value(at, language)));
        }
        return marks;
    }

    private static String limit(double per100, Scale scale, boolean high) {
        if (!(per100 > 0)) {
            return "";
        }
        List<String> points = new ArrayList<>();
        for (int i = 0; i <= LIMIT_POINTS; i++) {
            double children = scale.fewest() * Math.pow(scale.most() / scale.fewest(), (double) i / LIMIT_POINTS);
            Funnel funnel = Funnel.of(per100 / HUNDRED * children, Funnel.OUTER);
            double count = high ? funnel.high() : funnel.low();
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", scale.x(children), scale.y(count / children * HUNDRED)));
        }
        return points.stream().collect(Collectors.joining(" "));
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
