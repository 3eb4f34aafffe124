package dk.rettidig.cli;

import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Interval;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in lines for a terminal. */
final class EvaluationConsole {

    private EvaluationConsole() {}

    static void print(PrintWriter console, EvaluationReport report) {
        String size = report.counted() ? "people, counted outside" : "rows, " + report.families() + " families";
        console.printf(
                Locale.ROOT,
                "%s: %d %s, base rate %.4f, threshold %.4f%n",
                report.subject(),
                report.rows(),
                size,
                report.baseRate(),
                report.threshold());
        for (Comparison each : report.comparisons()) {
            console.printf("%n%s%n", each.english());
            for (Figure figure : Figure.values()) {
                line(console, figure, each.figure(figure));
            }
            groups(console, each.groups());
        }
    }

    /** Those that are shown, the largest of an attribute first, and then what was left out of it in one line. */
    private static void groups(PrintWriter console, List<GroupFigures> all) {
        Map<String, List<GroupFigures>> byAttribute = all.stream()
                .collect(Collectors.groupingBy(GroupFigures::attribute, LinkedHashMap::new, Collectors.toList()));
        byAttribute.forEach((attribute, levels) -> {
            levels.stream()
                    .filter(each -> !each.suppressed())
                    .sorted(Comparator.comparingInt(GroupFigures::rows).reversed())
                    .forEach(each -> group(console, each));
            List<String> small = levels.stream()
                    .filter(GroupFigures::suppressed)
                    .map(GroupFigures::level)
                    .toList();
            if (!small.isEmpty()) {
                console.printf(
                        "  %s: %d left out, too few rows: %s%n", attribute, small.size(), String.join(", ", small));
            }
        });
    }

    private static void line(PrintWriter console, Figure figure, Interval value) {
        if (value.exists()) {
            console.printf(
                    Locale.ROOT,
                    "  %-24s %.4f (%.4f-%.4f)%n",
                    figure.english(),
                    value.value(),
                    value.low(),
                    value.high());
        }
    }

    private static void group(PrintWriter console, GroupFigures group) {
        String name = group.attribute() + ": " + group.level();
        console.printf(
                Locale.ROOT,
                "  %-32s n %d, base %.4f, FPR %.4f, FNR %.4f, PPV %.4f, AUC %.4f%n",
                name,
                group.rows(),
                group.figure(Figure.BASE_RATE).value(),
                group.figure(Figure.FALSE_POSITIVE_RATE).value(),
                group.figure(Figure.FALSE_NEGATIVE_RATE).value(),
                group.figure(Figure.PRECISION).value(),
                group.figure(Figure.AUC).value());
    }
}
