package dk.rettidig.monitoring.page;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.monitoring.Concluded;
import dk.rettidig.monitoring.Performance;
import dk.rettidig.monitoring.Rate;
import dk.rettidig.monitoring.Tally;
import dk.rettidig.scope.Band;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What concluded screenings say, in words.
 *
 * @param aside whether any are in no figure
 */
public record ConcludedText(String since, boolean aside, String unplaced, String changed, List<ModelText> models) {

    private static final IndicatorId AGE_BAND = new IndicatorId("AGE_BAND");

    /**
     * One model in words.
     *
     * @param without groups of which nothing is shown, by name; {@code tenthsWithout} the same of calibration
     */
    public record ModelText(
            String model,
            List<RowText> rows,
            String without,
            List<CalibrationText> calibration,
            String tenthsWithout) {}

    /** One share of one group, of the model and of people. */
    public record RowText(String group, String what, String ofModel, String ofPeople) {}

    /** One tenth of the flags in words. */
    public record CalibrationText(String tenth, String predicted, String observed) {}

    static ConcludedText of(Concluded concluded, FigureWords words) {
        Wording wording = new Wording(words.catalogue(), words.limits(), words.language());
        return new ConcludedText(
                Words.date(concluded.since(), words.language()),
                concluded.unplaced() + concluded.changed() > 0,
                Band.of(concluded.unplaced()).label(),
                Band.of(concluded.changed()).label(),
                concluded.models().stream().map(wording::model).toList());
    }

    private record Wording(IndicatorCatalogue catalogue, MonitoringLimits limits, Language language) {

        ModelText model(Performance performance) {
            return new ModelText(
                    performance.model().toString(),
                    performance.groups().stream()
                            .filter(Wording::shown)
                            .flatMap(group -> rows(group).stream())
                            .toList(),
                    performance.groups().stream()
                            .filter(group -> !shown(group))
                            .map(group -> group(group.ageBand()))
                            .collect(Collectors.joining(", ")),
                    performance.calibration().stream()
                            .filter(Wording::shown)
                            .map(this::calibration)
                            .toList(),
                    performance.calibration().stream()
                            .filter(each -> !shown(each))
                            .map(each -> tenth(each.tenth()))
                            .collect(Collectors.joining(", ")));
        }

        /** All children have their row even when it says that they are too few. */
        private static boolean shown(Performance.Group group) {
            return group.ageBand() == Performance.ALL
                    || group.ofModel().isPresent()
                    || group.ofPeople().isPresent();
        }

        private static boolean shown(Performance.Calibrated each) {
            return each.tenth() == Performance.ALL || each.observed().isPresent();
        }

        private List<RowText> rows(Performance.Group group) {
            return List.of(
                    row(
                            group,
                            say(
                                    "børn med behov, der blev markeret / ville være screenet",
                                    "children in need that were flagged / would have been screened"),
                            Performance.OfModel::recall,
                            Performance.OfPeople::seen),
                    row(
                            group,
                            say(
                                    "markerede / ville være screenet, der havde behov",
                                    "flagged / would have been screened that had need"),
                            Performance.OfModel::precision,
                            Performance.OfPeople::precision),
                    row(
                            group,
                            say(
                                    "børn uden behov, der blev markeret / ville være screenet",
                                    "children without need that were flagged / would have been screened"),
                            Performance.OfModel::falsePositives,
                            Performance.OfPeople::falsePositives),
                    row(
                            group,
                            say("ingen beregning / i tvivl", "no calculation / in doubt"),
                            Performance.OfModel::abstained,
                            Performance.OfPeople::inDoubt));
        }

        private RowText row(
                Performance.Group group,
                String what,
                Function<Performance.OfModel, Rate> model,
                Function<Performance.OfPeople, Rate> people) {
            return new RowText(
                    group(group.ageBand()),
                    what,
                    rate(group.ofModel().map(model), this::tooFew),
                    rate(group.ofPeople().map(people), this::tooFewPeople));
        }

        private CalibrationText calibration(Performance.Calibrated each) {
            return new CalibrationText(
                    tenth(each.tenth()),
                    each.observed().map(_ -> percent(each.predicted())).orElseGet(this::tooFew),
                    rate(each.observed(), this::tooFew));
        }

        private String tenth(int tenth) {
            return tenth == Performance.ALL
                    ? say("alle", "all")
                    : tenth * 10 + "–" + (tenth + 1) * 10 + (language == Language.DANISH ? " %" : "%");
        }

        private String group(int band) {
            if (band == Performance.ALL) {
                return say("alle", "all");
            }
            if (band == Tally.UNKNOWN) {
                return say("alder ikke kendt", "age not known");
            }
            return catalogue
                    .find(AGE_BAND)
                    .flatMap(found -> found.codeName(band))
                    .map(name -> say(name.danish(), name.english()))
                    .orElse(String.valueOf(band));
        }

        private String rate(Optional<Rate> rate, Supplier<String> tooFew) {
            return rate.map(each ->
                            percent(each.share()) + " (" + number(each.low()) + "–" + percent(each.high()) + "), "
                                    + Words.count(each.found(), language) + say(" af ", " of ")
                                    + Words.count(each.of(), language))
                    .orElseGet(tooFew);
        }

        private String tooFewPeople() {
            return say("vises ikke: færre end ", "not shown: fewer than ")
                    + limits.fewestReviewers()
                    + say(" personer eller for få børn", " people or too few children");
        }

        private String tooFew() {
            return say("vises ikke: for få", "not shown: too few");
        }

        private String percent(double share) {
            return tenths(NumberFormat.getPercentInstance(Words.locale(language)), share);
        }

        /** A percentage without its sign. */
        private String number(double share) {
            return tenths(NumberFormat.getNumberInstance(Words.locale(language)), share * 100);
        }

        private static String tenths(NumberFormat format, double value) {
            format.setMaximumFractionDigits(1);
            return format.format(value);
        }

        private String say(String danish, String english) {
            return language.choose(danish, english);
        }
    }
}
