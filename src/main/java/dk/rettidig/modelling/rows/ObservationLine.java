package dk.rettidig.modelling.rows;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.KnownValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A line of {@code observations.csv}: an indicator's value for a period, and when the source knew it. */
final class ObservationLine {

    static final String FILE = "observations.csv";
    static final String INDICATOR = "indicator";
    static final String FROM = "from";
    static final String TO = "to";
    static final String VALUE = "value";
    static final String KNOWN_AT = "known_at";
    static final String RETRACTED = "retracted";
    static final List<String> COLUMNS = List.of(ChildLine.CHILD, INDICATOR, FROM, TO, VALUE, KNOWN_AT, RETRACTED);

    private ObservationLine() {}

    /** Reads and checks a line: open indicators only, values that can be true, nothing of the future. */
    static KnownValue read(RowLine line, IndicatorCatalogue catalogue, LocalDate day) {
        Indicator indicator = indicator(line, catalogue);
        LocalDate from = line.date(FROM);
        LocalDate to = line.date(TO);
        Instant knownAt = line.moment(KNOWN_AT);
        double value = line.number(VALUE);
        if (to.isBefore(from)) {
            throw line.malformed(TO, "the last day of the period, not before the first");
        }
        if (to.isAfter(day)) {
            throw line.future(TO, day);
        }
        if (!AsOf.endOf(day).knows(knownAt)) {
            throw line.future(KNOWN_AT, day);
        }
        if (!indicator.inRange(value)) {
            throw line.malformed(
                    VALUE,
                    "from " + indicator.minimum() + " to " + indicator.maximum() + " for "
                            + indicator.id().value());
        }
        return new KnownValue(indicator.id(), from, to, value, knownAt, line.choice(RETRACTED, ChildLine.TRUTH) == 1);
    }

    private static Indicator indicator(RowLine line, IndicatorCatalogue catalogue) {
        String text = line.text(INDICATOR);
        try {
            Optional<Indicator> found = catalogue.find(new IndicatorId(text));
            return found.filter(Indicator::mayBeInput).orElseThrow(() -> line.refused(INDICATOR));
        } catch (IllegalArgumentException e) {
            throw line.malformed(INDICATOR, "an id of indicators.yaml");
        }
    }
}
