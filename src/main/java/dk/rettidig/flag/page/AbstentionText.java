package dk.rettidig.flag.page;

import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.AbstentionReason;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Children without a calculation by reason and age band, in words; small counts are not in it. */
public record AbstentionText(List<String> bands, List<Line> lines) {

    private static final IndicatorId AGE_BAND = new IndicatorId("AGE_BAND");

    /** A reason with its counts, in the order of the bands. */
    public record Line(String reason, List<String> cells, String total) {}

    /** Whether there is anybody. */
    public boolean any() {
        return !lines.isEmpty();
    }

    static AbstentionText of(AbstentionCounts counts, IndicatorCatalogue catalogue, Language language) {
        Optional<Indicator> age = catalogue.find(AGE_BAND);
        return new AbstentionText(
                counts.bands().stream().map(band -> band(band, age, language)).toList(),
                counts.shown().stream().map(row -> line(row, language)).toList());
    }

    private static Line line(AbstentionCounts.Row row, Language language) {
        return new Line(
                reason(row.reason(), language),
                row.byAgeBand().values().stream()
                        .map(each -> count(each, language))
                        .toList(),
                count(row.total(), language));
    }

    private static String reason(String id, Language language) {
        if (id.equals(AbstentionCounts.ALL)) {
            return language.choose("I alt", "In all");
        }
        return Arrays.stream(AbstentionReason.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(id);
    }

    private static String band(int band, Optional<Indicator> age, Language language) {
        return age.flatMap(each -> each.codeName(band))
                .map(name -> language.choose(name.danish(), name.english()))
                .orElse(language.choose("Alder ikke kendt", "Age not known"));
    }

    private static String count(OptionalLong children, Language language) {
        return children.isPresent()
                ? Words.count(children.getAsLong(), language)
                : language.choose("vises ikke", "not shown");
    }
}
