package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One fact in words: what, how much, when, from where. All rows look alike, whatever they mean. */
public record FactRow(
        String indicator, String name, String value, String period, String age, String source, String change) {

    /** The facts, newest period first, then by name: an order that knows no weight. */
    static List<FactRow> of(
            LocalDate asOf, List<FlagFacts.Fact> facts, IndicatorCatalogue catalogue, Language language) {
        return facts.stream()
                .sorted(Comparator.comparing(FlagFacts.Fact::to).reversed().thenComparing(FlagFacts.Fact::indicator))
                .map(fact -> row(asOf, fact, catalogue, language))
                .toList();
    }

    /** The name of an indicator. */
    static String name(IndicatorId id, IndicatorCatalogue catalogue, Language language) {
        return catalogue
                .find(id)
                .map(indicator -> language.choose(indicator.danish(), indicator.english()))
                .orElse(id.value());
    }

    private static FactRow row(LocalDate asOf, FlagFacts.Fact fact, IndicatorCatalogue catalogue, Language language) {
        Optional<Indicator> indicator = catalogue.find(fact.indicator());
        String from = Words.date(fact.from(), language);
        String to = Words.date(fact.to(), language);
        return new FactRow(
                fact.indicator().value(),
                name(fact.indicator(), catalogue, language),
                value(fact.value(), indicator, language),
                from.equals(to) ? to : from + " – " + to,
                age(asOf, fact, language),
                source(indicator, language)
                        + language.choose(", kendt ", ", known ")
                        + Words.date(fact.knownAt(), language),
                Labels.change(fact.change(), language));
    }

    /** How old a fact was on the day of the run: days since its period ended. */
    static String age(LocalDate asOf, FlagFacts.Fact fact, Language language) {
        long days = Math.max(0, ChronoUnit.DAYS.between(fact.to(), asOf));
        if (days == 0) {
            return language.choose("fra dagen selv", "from the day itself");
        }
        return days == 1
                ? language.choose("1 dag gammel", "1 day old")
                : language.choose(days + " dage gammel", days + " days old");
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
            case "code", "event" ->
                indicator
                        .flatMap(each -> each.codeName(value))
                        .map(name -> language.choose(name.danish(), name.english()))
                        .orElseGet(() -> language.choose("kode ", "code ") + number);
            default -> number;
        };
    }

    /** All but its value in one line. */
    String about() {
        return Stream.of(period, age, source, change)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return "FactRow[" + indicator + "]";
    }
}
