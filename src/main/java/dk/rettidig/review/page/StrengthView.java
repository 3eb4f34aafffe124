package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Rescored;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.Reviews;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flag's strength in words, for a reader who sealed an own view.
 *
 * @param frequency the sentence: of 100 children like this, how many
 * @param band the band of the calibrated value, of 100
 * @param average mean log-odds of the training children, from which the effects start
 * @param sum average and effects added up
 * @param recalculation what the model says with corrected values
 */
public record StrengthView(
        String frequency,
        String band,
        String threshold,
        String average,
        List<Row> raised,
        List<Row> lowered,
        String sum,
        Recalculation recalculation) {

    private static final int DIGITS = 3;

    /** The sign that is as wide as a plus, and that screen readers read as minus. */
    private static final char MINUS = '\u2212';

    /**
     * What the model says with values that were corrected since.
     *
     * @param result the sentence; empty when none was corrected
     * @param frequency the sentence of the new value; empty without one
     */
    public record Recalculation(String result, String frequency, String at) {

        private static final Recalculation NONE = new Recalculation("", "", "");

        static Recalculation of(Optional<Rescored> rescored, double threshold, Language language) {
            return rescored.map(each -> new Recalculation(
                            result(each, threshold, language),
                            frequency(each, language),
                            Words.time(each.at(), language)))
                    .orElse(NONE);
        }

        /** Whether there is one. */
        public boolean present() {
            return !result.isEmpty();
        }

        private static String result(Rescored rescored, double threshold, Language language) {
            return switch (rescored) {
                case Rescored.Value value
                when value.probability() > threshold ->
                    language.choose(
                            "Med de rettede oplysninger ligger værdien stadig over grænsen for en markering.",
                            "With the corrected facts the value still lies above the threshold for a flag.");
                case Rescored.Value _ ->
                    language.choose(
                            "Med de rettede oplysninger når værdien ikke længere grænsen for en markering. Markeringen"
                                    + " lukkes ikke af sig selv: du konkluderer.",
                            "With the corrected facts the value no longer reaches the threshold for a flag. The flag"
                                    + " does not close by itself: you conclude.");
                case Rescored.Abstained _ ->
                    language.choose(
                            "Med de rettede oplysninger er der ingen beregning – læs sagen.",
                            "With the corrected facts there is no calculation – read the case.");
                case Rescored.Unavailable _ ->
                    language.choose(
                            "Modellen kan ikke længere spørges, så der er ikke regnet på de rettede oplysninger.",
                            "The model cannot be asked any more, so the corrected facts were not calculated with.");
            };
        }

        private static String frequency(Rescored rescored, Language language) {
            return rescored instanceof Rescored.Value value
                    ? language.choose(
                            value.frequency().danish(), value.frequency().english())
                    : "";
        }
    }

    /**
     * One reason.
     *
     * @param value empty when it is not known
     * @param about its period, source and age, and what the source has done to it since; empty when it is not known
     * @param effect in log-odds
     */
    public record Row(String text, String value, String about, String effect) {

        /** Whether the value was known. */
        public boolean known() {
            return !value.isEmpty();
        }
    }

    /** Whether some facts lowered the value. */
    public boolean anyLowered() {
        return !lowered.isEmpty();
    }

    static StrengthView of(Reviews.Weighing weighing, IndicatorCatalogue catalogue, Language language) {
        FlagStrength strength = weighing.strength();
        FlagFacts facts = weighing.reading().facts();
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
                number(strength.logOdds(), language),
                Recalculation.of(weighing.rescored(), strength.threshold(), language));
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
                        each.bin() >= 0 ? about(each.indicator(), facts, catalogue, language) : "",
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

    private static String about(IndicatorId id, FlagFacts facts, IndicatorCatalogue catalogue, Language language) {
        return FactRow.of(facts.asOf(), facts.values(), catalogue, language).stream()
                .filter(row -> row.indicator().equals(id.value()))
                .findFirst()
                .map(FactRow::about)
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
