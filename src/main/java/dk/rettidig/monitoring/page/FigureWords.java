package dk.rettidig.monitoring.page;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.monitoring.Figure;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.Map;
import java.util.Set;

/** Figures in words of a page. */
record FigureWords(MonitoringLimits limits, IndicatorCatalogue catalogue, Language language) {

    private static final Set<String> INDICES = Set.of(MonitoringLimits.INPUT_SHIFT, MonitoringLimits.SCORE_SHIFT);

    private static final Map<String, String> DANISH_SOURCES = Map.of(
            "notification-register", "underretningsregister",
            "school", "skole",
            "daycare", "dagtilbud",
            "benefits", "ydelser",
            "housing", "bolig",
            "case-system", "fagsystem");

    /** What was measured. */
    String what(Figure figure) {
        MonitoringLimits.Limit limit = limits.limit(figure.measure());
        String name = language.choose(limit.danish(), limit.english());
        return figure.indicator().isEmpty() ? name : name + ": " + indicator(figure.indicator());
    }

    private String indicator(String id) {
        return catalogue
                .find(new IndicatorId(id))
                .map(found -> language.choose(found.danish(), found.english()))
                .orElse(id);
    }

    /** The kind of registry; empty when it is about all. */
    String source(Figure figure) {
        return language.choose(DANISH_SOURCES.getOrDefault(figure.source(), figure.source()), figure.source());
    }

    /** An index with two decimals, anything else in percent. */
    String number(Figure figure, double value) {
        NumberFormat format = INDICES.contains(figure.measure())
                ? NumberFormat.getNumberInstance(Words.locale(language))
                : NumberFormat.getPercentInstance(Words.locale(language));
        format.setMaximumFractionDigits(INDICES.contains(figure.measure()) ? 2 : 1);
        format.setMinimumFractionDigits(INDICES.contains(figure.measure()) ? 2 : 0);
        return format.format(value);
    }
}
