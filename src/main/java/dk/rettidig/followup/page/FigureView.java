package dk.rettidig.followup.page;

import dk.rettidig.followup.Statistic;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.List;
import java.util.Locale;

/** The figures of one year in words. */
record FigureView(int year, List<Row> rows) {

    /** One definition's figures. */
    record Row(
            String id,
            String words,
            boolean complete,
            boolean hidden,
            String children,
            String without,
            String unclear,
            String share) {}

    static FigureView of(int year, List<Statistic> statistics, Language language) {
        return new FigureView(
                year, statistics.stream().map(each -> row(each, language)).toList());
    }

    private static Row row(Statistic statistic, Language language) {
        return new Row(
                statistic.definition().id(),
                language.choose(
                        statistic.definition().danish(), statistic.definition().english()),
                statistic.complete(),
                statistic.hidden(),
                statistic.children().map(count -> Words.count(count, language)).orElse(""),
                statistic
                        .shown()
                        .map(shown -> Words.count(shown.withoutMeasure(), language))
                        .orElse("–"),
                statistic
                        .shown()
                        .map(shown -> Words.count(shown.unclear(), language))
                        .orElse("–"),
                statistic.shown().map(shown -> share(shown, language)).orElse("–"));
    }

    private static String share(Statistic.Shown shown, Language language) {
        Locale locale = Words.locale(language);
        return String.format(
                locale,
                "%.1f %% (%.1f – %.1f)",
                percent(shown.share()),
                percent(shown.interval().low()),
                percent(shown.interval().high()));
    }

    private static double percent(double share) {
        return 100 * share;
    }
}
