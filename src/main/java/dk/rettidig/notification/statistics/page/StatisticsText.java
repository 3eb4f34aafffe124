package dk.rettidig.notification.statistics.page;

import dk.rettidig.notification.statistics.Categories;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.FigureTable;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.PublishedFigures.Issue;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the page about figures says: the table of one edition, and how one figure has gone over the editions. */
public record StatisticsText(
        Dimension dimension,
        Edition.Period period,
        Optional<Shown> shown,
        List<Choice> editions,
        List<Choice> periods,
        List<Choice> dimensions,
        List<String> headings,
        List<Row> rows,
        List<Bar> bars) {

    /** Width of the longest bar; the drawing's own unit. */
    private static final long WIDTH = 300;

    /**
     * The edition whose figures are in the table.
     *
     * @param counted false when it was published before there were figures by this
     */
    public record Shown(String name, String publishedAt, String margin, boolean whole, boolean counted) {}

    /** Something to choose. */
    public record Choice(String id, String text, boolean chosen) {}

    /** One category; cells as many as headings. */
    public record Row(String category, List<Value> cells) {}

    /** A figure, and as a share of what it is a part of; blank where there is none to say. */
    public record Value(String heading, String figure, String share) {}

    /** One edition's notifications as a bar. */
    public record Bar(String edition, String figure, long width) {}

    /** Everything for a table. */
    static StatisticsText of(FigureTable table, Optional<Edition> asked, Categories categories, Language language) {
        Optional<Issue> issue = table.issues().stream()
                .filter(each -> asked.map(each.edition()::equals).orElse(false))
                .findFirst()
                .or(() -> table.issues().stream().max(Comparator.comparing(Issue::edition)));
        Map<String, String> words = categories.of(table.dimension(), language);
        return new StatisticsText(
                table.dimension(),
                table.period(),
                issue.map(each -> shown(table, each, language)),
                table.issues().reversed().stream()
                        .map(each -> new Choice(
                                each.edition().name(),
                                each.edition().name(),
                                issue.map(each::equals).orElse(false)))
                        .toList(),
                Arrays.stream(Edition.Period.values())
                        .map(each -> new Choice(
                                each.id(),
                                each == Edition.Period.MONTH
                                        ? language.choose("Måned", "Month")
                                        : language.choose("År", "Year"),
                                each == table.period()))
                        .toList(),
                Arrays.stream(Dimension.values())
                        .filter(each ->
                                !Categories.measures(table.period(), each).isEmpty())
                        .map(each -> new Choice(each.id(), each.words(language), each == table.dimension()))
                        .toList(),
                table.measures().stream().map(each -> each.words(language)).toList(),
                issue.map(each -> rows(table, each, words, language)).orElse(List.of()),
                bars(table, language));
    }

    private static Shown shown(FigureTable table, Issue issue, Language language) {
        return new Shown(
                issue.edition().name(),
                Words.date(issue.publishedAt(), language),
                Words.count(issue.margin(), language),
                issue.whole(),
                table.counted(issue.edition()));
    }

    private static List<Row> rows(FigureTable table, Issue issue, Map<String, String> words, Language language) {
        List<Row> rows = new ArrayList<>();
        words.forEach((category, text) -> rows.add(new Row(
                text,
                table.measures().stream()
                        .map(measure -> value(table, issue, measure, category, language))
                        .toList())));
        return rows;
    }

    private static Value value(FigureTable table, Issue issue, Measure measure, String category, Language language) {
        OptionalLong figure = table.figure(issue.edition(), measure, category);
        OptionalDouble share = table.share(issue, measure, category);
        NumberFormat percent = NumberFormat.getPercentInstance(Words.locale(language));
        return new Value(
                measure.words(language),
                figure.isPresent() ? Words.count(figure.getAsLong(), language) : "–",
                share.isPresent() ? percent.format(share.getAsDouble()) : "");
    }

    /** Notifications in all over the editions; only the table of totals has them. */
    private static List<Bar> bars(FigureTable table, Language language) {
        if (table.dimension() != Dimension.TOTAL) {
            return List.of();
        }
        long most = table.issues().stream()
                .mapToLong(issue -> total(table, issue))
                .max()
                .orElse(0);
        return table.issues().stream()
                .map(issue -> new Bar(
                        issue.edition().name(),
                        Words.count(total(table, issue), language),
                        most == 0 ? 0 : total(table, issue) * WIDTH / most))
                .toList();
    }

    private static long total(FigureTable table, Issue issue) {
        return table.figure(issue.edition(), Measure.NOTIFICATIONS, dk.rettidig.notification.statistics.Cell.ALL)
                .orElse(0);
    }
}
