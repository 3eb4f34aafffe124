package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One fact in words: what, how much, when, from where. All rows look alike, whatever they mean. */
public record FactRow(String indicator, String name, String value, String period, String source, String change) {

    /** The facts, newest period first, then by name: an order that knows no weight. */
    static List<FactRow> of(List<FlagFacts.Fact> facts, IndicatorCatalogue catalogue, Language language) {
        return facts.stream()
                .sorted(Comparator.comparing(FlagFacts.Fact::to).reversed().thenComparing(FlagFacts.Fact::indicator))
                .map(fact -> row(fact, catalogue, language))
                .toList();
    }

    /** The name of an indicator. */
    static String name(IndicatorId id, IndicatorCatalogue catalogue, Language language) {
        return catalogue
                .find(id)
                .map(indicator -> language.choose(indicator.danish(), indicator.english()))
                .orElse(id.value());
    }

    private static FactRow row(FlagFacts.Fact fact, IndicatorCatalogue catalogue, Language language) {
        Optional<Indicator> indicator = catalogue.find(fact.indicator());
        String from = Words.date(fact.from(), language);
        String to = Words.date(fact.to(), language);
        return new FactRow(
                fact.indicator().value(),
                name(fact.indicator(), catalogue, language),
                value(fact.value(), indicator, language),
                from.equals(to) ? to : from + " – " + to,
                source(indicator, language)
                        + language.choose(", kendt ", ", known ")
                        + Words.date(fact.knownAt(), language),
                Labels.change(fact.change(), language));
    }

    private static String source(Optional<Indicator> indicator, Language language) {
        return indicator
                .map(each -> each.sourceKinds().stream()
                        .sorted()
                        .map(kind -> Labels.source(kind, language))
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    /** A value with its unit; a code by its name where it has one. */
    static String value(double value, Optional<Indicator> indicator, Language language) {
        String number = Words.value(value, language);
        return switch (indicator.map(Indicator::unit).orElse("")) {
            case "yes/no" -> value == 0 ? language.choose("nej", "no") : language.choose("ja", "yes");
            case "share" ->
                NumberFormat.getPercentInstance(Words.locale(language)).format(value);
            case "days" -> number + language.choose(" dage", " days");
            case "months" -> number + language.choose(" måneder", " months");
            case "code" ->
                indicator
                        .flatMap(each -> each.codeName(value))
                        .map(name -> language.choose(name.danish(), name.english()))
                        .orElseGet(() -> language.choose("kode ", "code ") + number);
            default -> number;
        };
    }

    @Override
    public String toString() {
        return "FactRow[" + indicator + "]";
    }
}
