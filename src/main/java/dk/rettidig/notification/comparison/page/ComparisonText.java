package dk.rettidig.notification.comparison.page;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.notification.comparison.ComparedAs;
import dk.rettidig.notification.comparison.Comparison;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.List;

/** What the page says about one comparison. */
public record ComparisonText(
        int year, String rate, String source, String loadedAt, boolean drawn, List<Row> rows, FunnelPlot plot) {

    /** One municipality; {@code shrunk} is blank when nothing is drawn. */
    public record Row(
            String name,
            boolean own,
            String children,
            String notifications,
            String rate,
            String shrunk,
            String place) {}

    static ComparisonText of(Comparison comparison, CodeRegister codes, Language language) {
        return new ComparisonText(
                comparison.figures().year(),
                decimal(comparison.per100(), language),
                comparison.figures().source(),
                Words.date(comparison.figures().loadedAt(), language),
                comparison.drawn(),
                comparison.lines().stream()
                        .map(line -> row(line, codes, language))
                        .toList(),
                FunnelPlot.of(comparison, code -> name(code, codes), language));
    }

    private static Row row(Comparison.Line line, CodeRegister codes, Language language) {
        return new Row(
                name(line.area().municipality(), codes),
                line.own(),
                Words.count(line.area().children(), language),
                Words.count(line.area().notifications(), language),
                decimal(line.per100(), language),
                line.drawn()
                        .map(drawn -> decimal(drawn.per100(), language) + " (" + decimal(drawn.low(), language) + "–"
                                + decimal(drawn.high(), language) + ")")
                        .orElse(""),
                place(line.place(), language));
    }

    private static String name(MunicipalityCode code, CodeRegister codes) {
        return codes.municipality(code.value())
                .map(CodeRegister.Municipality::name)
                .orElse(code.value());
    }

    static String decimal(double number, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private static String place(Comparison.Place place, Language language) {
        return switch (place) {
            case WITHIN -> language.choose("inden for det tilfældige", "within chance");
            case ABOVE -> language.choose("lidt over (1 af 20)", "a little above (1 in 20)");
            case BELOW -> language.choose("lidt under (1 af 20)", "a little below (1 in 20)");
            case FAR_ABOVE -> language.choose("klart over (1 af 500)", "clearly above (1 in 500)");
            case FAR_BELOW -> language.choose("klart under (1 af 500)", "clearly below (1 in 500)");
        };
    }

    static String words(ComparedAs group, Language language) {
        return switch (group) {
            case OTHER -> language.choose("Hele landet", "The whole country");
            case NEIGHBOUR -> language.choose("Nabokommuner", "Neighbours");
            case SIMILAR -> language.choose("Kommuner, der ligner", "Similar municipalities");
            case BOTH -> language.choose("Naboer, der ligner", "Neighbours that are similar");
        };
    }
}
