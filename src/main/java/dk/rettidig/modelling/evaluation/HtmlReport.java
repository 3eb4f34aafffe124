package dk.rettidig.modelling.evaluation;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A report as one HTML file that opens without a network: tables first, charts beside them, Danish and English. */
final class HtmlReport {

    private static final String FOLDER = "/evaluation/";
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolver.builder()
                    .applyToBaseClass(Double.class)
                    .applyToName("share")
                    .resolveSync(context -> percent((Double) context.getBase()))
                    .build())
            .strictRendering(true)
            .addResultMapper(new Escaping())
            .build();

    private final EvaluationReport report;

    HtmlReport(EvaluationReport report) {
        this.report = report;
    }

    /** A cell of a table. */
    public record Cell(String value, String interval) {}

    /** A figure's line of the overview. */
    public record Line(String danish, String english, List<Cell> cells) {}

    /** A line of what reading the top finds. */
    public record YieldLine(String share, String threshold, Cell precision, Cell recall) {}

    String text() {
        return ENGINE.parse(resource("report.html"))
                .data("report", report)
                .data("rows", String.format(Locale.forLanguageTag("da"), "%,d", report.rows()))
                .data("families", String.format(Locale.forLanguageTag("da"), "%,d", report.families()))
                .data("counted", report.counted())
                .data("baseRate", percent(report.baseRate()))
                .data("threshold", number(report.threshold()))
                .data("columns", report.comparisons())
                .data("overview", overview())
                .data("reliable", !report.reliability().isEmpty())
                .data(
                        "grouped",
                        report.comparisons().stream()
                                .anyMatch(each -> !each.groups().isEmpty()))
                .data(
                        "sections",
                        report.comparisons().stream().map(GroupSection::of).toList())
                .data("yields", yields())
                .data("library", new RawString(resource("echarts.common.min.js")))
                .data("data", new RawString(EvaluationFiles.json(report).replace("<", "\\u003c")))
                .data("charts", new RawString(resource("charts.js")))
                .render();
    }

    private List<Line> overview() {
        return Arrays.stream(Figure.values())
                .filter(figure -> report.comparisons().stream()
                        .anyMatch(each -> each.figure(figure).exists()))
                .map(figure -> new Line(
                        figure.danish(),
                        figure.english(),
                        report.comparisons().stream()
                                .map(each -> cell(figure, each.figure(figure)))
                                .toList()))
                .toList();
    }

    private List<YieldLine> yields() {
        return report.yields().stream()
                .map(each -> new YieldLine(
                        percent(each.share()),
                        number(each.threshold()),
                        cell(Figure.PRECISION, each.precision()),
                        cell(Figure.RECALL, each.recall())))
                .toList();
    }

    static Cell cell(Figure figure, Interval value) {
        if (!value.exists()) {
            return new Cell("–", "");
        }
        boolean share = figure != Figure.AUC && figure != Figure.BRIER && figure != Figure.AVERAGE_PRECISION;
        return share
                ? new Cell(percent(value.value()), percent(value.low()) + "–" + percent(value.high()))
                : new Cell(number(value.value()), number(value.low()) + "–" + number(value.high()));
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.forLanguageTag("da"), "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.forLanguageTag("da"), "%.4f", value);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the build packages " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Escapes every value that is not marked as safe. */
    private static final class Escaping implements ResultMapper {

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return !(result instanceof RawString);
        }

        @Override
        public String map(Object result, Expression expression) {
            return result.toString()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    }
}
