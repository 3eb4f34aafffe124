package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A flag's strength in words, for a reader who sealed an own view.
 *
 * @param frequency the sentence: of 100 children like this, how many
 * @param band the band of the calibrated value, of 100
 * @param average mean log-odds of the training children, from which the effects start
 * @param sum average and effects added up
 */
public record StrengthView(
        String frequency,
        String band,
        String threshold,
        String average,
        List<Row> raised,
        List<Row> lowered,
        String sum) {

    private static final int DIGITS = 3;

    /** The sign that is as wide as a plus, and that screen readers read as minus. */
    private static final char MINUS = '\u2212';

    /** One reason: the fact's name, its value (empty when it is not known), and its effect in log-odds. */
    public record Row(String text, String value, String effect) {

        /** Whether the value was known. */
        public boolean known() {
            return !value.isEmpty();
        }
    }

    /** Whether some facts lowered the value. */
    public boolean anyLowered() {
        return !lowered.isEmpty();
    }

    static StrengthView of(FlagStrength strength, FlagFacts facts, IndicatorCatalogue catalogue, Language language) {
        var frequency = strength.frequency();
        NumberFormat percent = NumberFormat.getNumberInstance(Words.locale(language));
        percent.setMaximumFractionDigits(1);
        return new StrengthView(
                language.choose(frequency.danish(), frequency.english()),
                percent.format(100 * frequency.from()) + "–" + percent.format(100 * frequency.to()),
                percent.format(100 * strength.threshold()),
                number(strength.average(), language),
                rows(strength.contributions().stream().filter(each -> each.effect() > 0), facts, catalogue, language),
                rows(strength.contributions().stream().filter(each -> each.effect() < 0), facts, catalogue, language),
                number(strength.logOdds(), language));
    }

    private static List<Row> rows(
            Stream<FlagStrength.Contribution> contributions,
            FlagFacts facts,
            IndicatorCatalogue catalogue,
            Language language) {
        return contributions
                .sorted(Comparator.comparingDouble((FlagStrength.Contribution each) -> -Math.abs(each.effect()))
                        .thenComparing(FlagStrength.Contribution::indicator))
                .map(each -> new Row(
                        FactRow.name(each.indicator(), catalogue, language),
                        each.bin() >= 0 ? value(each.indicator(), facts, catalogue, language) : "",
                        number(each.effect(), language)))
                .toList();
    }

    private static String value(IndicatorId id, FlagFacts facts, IndicatorCatalogue catalogue, Language language) {
        return facts.values().stream()
                .filter(fact -> fact.indicator().equals(id))
                .findFirst()
                .map(fact -> FactRow.value(fact.value(), catalogue.find(id), language))
                .orElse("");
    }

    private static String number(double value, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMinimumFractionDigits(DIGITS);
        format.setMaximumFractionDigits(DIGITS);
        return (value > 0 ? "+" : "") + format.format(value).replace('-', MINUS);
    }

    @Override
    public String toString() {
        return "StrengthView[hidden]";
    }
}
