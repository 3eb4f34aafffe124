package dk.rettidig.review.page;

import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.IndicatorCatalogue;
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

    /** One reason: the fact's name, whether it was known, and its effect in log-odds. */
    public record Row(String text, boolean known, String effect) {}

    /** Whether some facts lowered the value. */
    public boolean anyLowered() {
        return !lowered.isEmpty();
    }

    static StrengthView of(FlagStrength strength, IndicatorCatalogue catalogue, Language language) {
        var frequency = strength.frequency();
        NumberFormat percent = NumberFormat.getNumberInstance(Words.locale(language));
        percent.setMaximumFractionDigits(1);
        return new StrengthView(
                language.choose(frequency.danish(), frequency.english()),
                percent.format(100 * frequency.from()) + "–" + percent.format(100 * frequency.to()),
                percent.format(100 * strength.threshold()),
                number(strength.average(), language),
                rows(strength.contributions().stream().filter(each -> each.effect() > 0), catalogue, language),
                rows(strength.contributions().stream().filter(each -> each.effect() < 0), catalogue, language),
                number(strength.logOdds(), language));
    }

    private static List<Row> rows(
            Stream<FlagStrength.Contribution> contributions, IndicatorCatalogue catalogue, Language language) {
        return contributions
                .sorted(Comparator.comparingDouble((FlagStrength.Contribution each) -> -Math.abs(each.effect()))
                        .thenComparing(FlagStrength.Contribution::indicator))
                .map(each -> new Row(
                        FactRow.name(each.indicator(), catalogue, language),
                        each.bin() >= 0,
                        number(each.effect(), language)))
                .toList();
    }

    private static String number(double value, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMinimumFractionDigits(DIGITS);
        format.setMaximumFractionDigits(DIGITS);
        return (value > 0 ? "+" : "") + format.format(value);
    }

    @Override
    public String toString() {
        return "StrengthView[hidden]";
    }
}
