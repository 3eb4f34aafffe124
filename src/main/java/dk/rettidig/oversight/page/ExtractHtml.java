package dk.rettidig.oversight.page;

import dk.rettidig.oversight.extract.ExtractDocument;
import dk.rettidig.oversight.extract.ExtractPages;
import dk.rettidig.oversight.extract.Passage;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;

/** The document as one file for people: Danish first, English beside it, nothing fetched from anywhere. */
@Singleton
public class ExtractHtml implements ExtractPages {

    /** A passage in both languages. */
    public record Row(
            int number,
            String danishAt,
            String englishAt,
            ExtractDocument.Given entry,
            List<Line> facts,
            String proof) {}

    /** A fact in both languages. */
    public record Line(Passage.Fact fact, String danishDays, String englishDays) {

        static Line of(Passage.Fact fact) {
            return new Line(fact, days(fact, Language.DANISH), days(fact, Language.ENGLISH));
        }

        private static String days(Passage.Fact fact, Language language) {
            String from = Words.date(fact.from(), language);
            String to = Words.date(fact.to(), language);
            return from.equals(to) ? to : from + " – " + to;
        }
    }

    @Override
    public String html(ExtractDocument document) {
        List<Row> rows = document.entries().stream().map(ExtractHtml::row).toList();
        return Templates.extractDocument(
                        document,
                        rows,
                        Words.time(document.releasedAt(), Language.DANISH),
                        Words.time(document.releasedAt(), Language.ENGLISH))
                .render();
    }

    private static Row row(ExtractDocument.Given given) {
        return new Row(
                given.number(),
                Words.time(given.at(), Language.DANISH),
                Words.time(given.at(), Language.ENGLISH),
                given,
                given.facts().stream().map(Line::of).toList(),
                given.proof()
                        .map(proof -> proof.leafIndex() + " · " + proof.leafHash())
                        .orElse(""));
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance extractDocument(
                ExtractDocument document, List<Row> rows, String danishAt, String englishAt);
    }
}
