package dk.rettidig.notification.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.statistics.JsonStat;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A table of figures as JSON-stat 2.0 and as CSV. */
@Singleton
public class FigureFormats {

    /** A JSON-stat status and a CSV mark: the municipality began within the edition. */
    private static final String PARTIAL = "partial";

    /** There was no such figure when the edition was published. */
    private static final String NOT_COUNTED = "not_counted";

    private final Categories categories;

    FigureFormats(Categories categories) {
        this.categories = categories;
    }

    /** As a dataset: editions, categories, measures. Before anything was published there is none to give. */
    public JsonStat json(MunicipalityCode municipality, FigureTable table, Language language) {
        Map<String, String> editions = new LinkedHashMap<>();
        table.issues()
                .forEach(issue ->
                        editions.put(issue.edition().name(), issue.edition().name()));
        Map<String, String> measures = new LinkedHashMap<>();
        table.measures().forEach(measure -> measures.put(measure.id(), measure.words(language)));
        Map<String, String> given = categories.of(table.dimension(), language);
        List<JsonStat.Value> values = new ArrayList<>();
        for (PublishedFigures.Issue issue : table.issues()) {
            for (String category : given.keySet()) {
                table.measures().forEach(measure -> values.add(value(table, issue, measure, category)));
            }
        }
        return JsonStat.of(
                new JsonStat.Title(
                        language.choose("Underretninger, beskyttede tal", "Notifications, protected figures"),
                        language.choose("Kommune ", "Municipality ") + municipality.value(),
                        table.issues().getLast().publishedAt()),
                List.of(
                        new JsonStat.Axis("edition", language.choose("Periode", "Period"), editions, "time"),
                        new JsonStat.Axis(
                                table.dimension().id(), table.dimension().words(language), given, ""),
                        new JsonStat.Axis("measure", language.choose("Tal", "Figure"), measures, "metric")),
                values);
    }

    private static JsonStat.Value value(
            FigureTable table, PublishedFigures.Issue issue, Measure measure, String category) {
        OptionalLong figure = table.figure(issue.edition(), measure, category);
        if (figure.isEmpty()) {
            return new JsonStat.Value(OptionalDouble.empty(), NOT_COUNTED);
        }
        return new JsonStat.Value(OptionalDouble.of((double) figure.getAsLong()), issue.whole() ? "" : PARTIAL);
    }

    /** As CSV (RFC 4180): one line a figure, with the margin of its edition. Codes only, so no cell can be a formula. */
    public String csv(FigureTable table) {
        StringWriter text = new StringWriter();
        try (CsvWriter lines = CsvWriter.builder().build(text)) {
            lines.writeRecord(
                    "edition", table.dimension().id(), "measure", "figure", "margin_95", "mark", "published_at");
            for (PublishedFigures.Issue issue : table.issues()) {
                for (String category :
                        categories.of(table.dimension(), Language.DANISH).keySet()) {
                    table.measures().forEach(measure -> line(lines, table, issue, measure, category));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void line(
            CsvWriter lines, FigureTable table, PublishedFigures.Issue issue, Measure measure, String category) {
        OptionalLong figure = table.figure(issue.edition(), measure, category);
        Instant at = issue.publishedAt();
        lines.writeRecord(
                issue.edition().name(),
                category,
                measure.id(),
                figure.isPresent() ? Long.toString(figure.getAsLong()) : "",
                Long.toString(measure.margin(issue.margin())),
                figure.isEmpty() ? NOT_COUNTED : issue.whole() ? "" : PARTIAL,
                at.toString());
    }
}
