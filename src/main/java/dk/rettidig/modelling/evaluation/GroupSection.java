package dk.rettidig.modelling.evaluation;

import dk.rettidig.modelling.evaluation.EvaluationReport.Comparison;
import dk.rettidig.modelling.evaluation.EvaluationReport.GroupFigures;
import dk.rettidig.modelling.evaluation.HtmlReport.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The groups of one comparison for reading: few of them as a table, many as plots of intervals with the table folded away. */
public record GroupSection(String danish, String english, List<Name> names, List<Attribute> attributes) {

    /** More levels than anybody takes in from a table. */
    static final int MANY = 12;

    /** What differs between groups to somebody's harm. */
    private static final List<Figure> PLOTTED = List.of(Figure.FALSE_POSITIVE_RATE, Figure.FALSE_NEGATIVE_RATE);

    /** The name of a column. */
    public record Name(String danish, String english) {}

    /**
     * One attribute.
     *
     * @param many whether there are so many levels that they are plotted
     * @param lines the levels that are shown, the largest first where there are many
     * @param small how many are too small to show, {@code smallNames} which
     */
    public record Attribute(
            String name, boolean many, List<Line> lines, int small, String smallNames, List<Caterpillar> plots) {}

    /** A level's line. */
    public record Line(String name, boolean few, int rows, List<Cell> cells) {}

    static GroupSection of(Comparison comparison) {
        List<Figure> figures = Arrays.stream(Figure.values())
                .filter(figure -> comparison.overall().containsKey(figure.id()))
                .filter(figure -> figure != Figure.RECALL)
                .toList();
        Map<String, List<GroupFigures>> byAttribute = new LinkedHashMap<>();
        comparison
                .groups()
                .forEach(group -> byAttribute
                        .computeIfAbsent(group.attribute(), _ -> new ArrayList<>())
                        .add(group));
        return new GroupSection(
                comparison.danish(),
                comparison.english(),
                figures.stream()
                        .map(each -> new Name(each.danish(), each.english()))
                        .toList(),
                byAttribute.entrySet().stream()
                        .map(each -> attribute(each.getKey(), each.getValue(), comparison, figures))
                        .toList());
    }

    private static Attribute attribute(
            String name, List<GroupFigures> levels, Comparison comparison, List<Figure> figures) {
        boolean many = levels.size() > MANY;
        List<GroupFigures> shown =
                levels.stream().filter(each -> !each.suppressed()).toList();
        Stream<GroupFigures> ordered = many
                ? shown.stream()
                        .sorted(Comparator.comparingInt(GroupFigures::rows)
                                .reversed()
                                .thenComparing(GroupFigures::level))
                : shown.stream();
        List<String> small = levels.stream()
                .filter(GroupFigures::suppressed)
                .map(GroupFigures::level)
                .toList();
        return new Attribute(
                name,
                many,
                ordered.map(each -> line(each, figures)).toList(),
                small.size(),
                String.join(", ", small),
                many && !shown.isEmpty() ? plots(comparison, shown) : List.of());
    }

    private static List<Caterpillar> plots(Comparison comparison, List<GroupFigures> shown) {
        return PLOTTED.stream()
                .filter(figure -> comparison.figure(figure).exists())
                .map(figure -> Caterpillar.of(figure, comparison.figure(figure), shown))
                .toList();
    }

    private static Line line(GroupFigures group, List<Figure> figures) {
        return new Line(
                group.level(),
                group.few(),
                group.rows(),
                figures.stream()
                        .map(each -> HtmlReport.cell(each, group.figure(each)))
                        .toList());
    }
}
