package dk.rettidig.review.explanation;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts in words that a child of 12 knows. The catalogue says the same to a caseworker. */
final class FactWords {

    private static final Map<String, String> DANISH = Map.ofEntries(
            Map.entry("NOTIF_PRIOR", "Underretninger på et år"),
            Map.entry("NOTIF_SINCE", "Tid siden den sidste underretning"),
            Map.entry("NOTIF_GROUP", "Hvem der skrev den sidste underretning"),
            Map.entry("NOTIF_PROF", "Underretninger fra fagfolk på et år"),
            Map.entry("SIB_NOTIF", "Underretninger om søskende på et år"),
            Map.entry("SCH_ABS_UNL", "Dage væk fra skole uden lov"),
            Map.entry("DAY_ABS", "Dage væk fra dagtilbud uden besked"),
            Map.entry("PAR_BENEFIT", "Om en forælder fik kontanthjælp det sidste år"),
            Map.entry("PAR_UNEMP", "Tid uden job for en forælder det sidste år"),
            Map.entry("RES_MOVES", "Flytninger til en ny kommune på tre år"),
            Map.entry("SUP_RUNNING", "Om der er hjælp fra kommunen nu"),
            Map.entry("SUP_EARLIER", "Om der var hjælp, som sluttede inden for tre år"),
            Map.entry("AGE_BAND", "Alder"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("NOTIF_PRIOR", "Notifications in a year"),
            Map.entry("NOTIF_SINCE", "Time since the last notification"),
            Map.entry("NOTIF_GROUP", "Who wrote the last notification"),
            Map.entry("NOTIF_PROF", "Notifications from staff in a year"),
            Map.entry("SIB_NOTIF", "Notifications about siblings in a year"),
            Map.entry("SCH_ABS_UNL", "Days away from school without leave"),
            Map.entry("DAY_ABS", "Days away from day care without word"),
            Map.entry("PAR_BENEFIT", "If a parent had cash benefit in the last year"),
            Map.entry("PAR_UNEMP", "Time a parent had no job in the last year"),
            Map.entry("RES_MOVES", "Moves to a new council area in three years"),
            Map.entry("SUP_RUNNING", "If there is help from the council now"),
            Map.entry("SUP_EARLIER", "If there was help that ended within three years"),
            Map.entry("AGE_BAND", "Age"));

    private final IndicatorCatalogue catalogue;
    private final Language language;

    FactWords(IndicatorCatalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    /** The indicators there are plain words for. */
    static Set<String> told() {
        return DANISH.keySet();
    }

    /** The fact's name; one without plain words has that of the catalogue, and one that is not there its id. */
    String name(IndicatorId id) {
        String plain = language.choose(DANISH.getOrDefault(id.value(), ""), ENGLISH.getOrDefault(id.value(), ""));
        if (!plain.isEmpty()) {
            return plain;
        }
        return catalogue
                .find(id)
                .map(known -> language.choose(known.danish(), known.english()))
                .orElse(id.value());
    }

    /** The value in words: a share as days out of 100, a code by its name. */
    String value(IndicatorId id, double value) {
        Optional<Indicator> indicator = catalogue.find(id);
        String number = Words.value(value, language);
        return switch (indicator.map(Indicator::unit).orElse("")) {
            case "yes/no" -> value == 0 ? language.choose("nej", "no") : language.choose("ja", "yes");
            case "share" -> Words.value(value * 100, language) + language.choose(" ud af 100", " out of 100");
            case "days" -> number + language.choose(" dage", " days");
            case "months" -> number + language.choose(" måneder", " months");
            case "code" ->
                indicator
                        .flatMap(known -> known.codeName(value))
                        .map(name -> language.choose(name.danish(), name.english()))
                        .orElseGet(() -> language.choose("nummer ", "number ")
                                + number
                                + language.choose(" på listen", " on the list"));
            default -> number;
        };
    }
}
