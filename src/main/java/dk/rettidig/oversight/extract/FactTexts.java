package dk.rettidig.oversight.extract;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.explanation.Audience;
import dk.rettidig.review.explanation.FamilyExplanation;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Indicators and calculations in words. */
@Singleton
class FactTexts {

    private final IndicatorCatalogue catalogue;

    FactTexts(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The facts of a flag. */
    List<Passage.Fact> of(FlagFacts facts) {
        return facts.values().stream().map(this::fact).toList();
    }

    /** The facts of a flag that the source has changed since. */
    List<Passage.Fact> changed(FlagFacts facts) {
        return facts.values().stream()
                .filter(fact -> fact.change() != FlagFacts.Change.NONE)
                .map(this::fact)
                .toList();
    }

    private Passage.Fact fact(FlagFacts.Fact fact) {
        Passage.Fact said =
                fact(catalogue.find(fact.indicator()), fact.value(), fact.from(), fact.to(), fact.knownAt());
        return switch (fact.change()) {
            case NONE -> said;
            case CORRECTED -> said.with(new Text("rettet i kilden siden", "corrected at the source since"));
            case RETRACTED -> said.with(new Text("trukket tilbage af kilden siden", "retracted by the source since"));
        };
    }

    /** One value of an indicator; one that the catalogue does not have any more is named by nothing but its value. */
    Passage.Fact fact(Optional<Indicator> indicator, double value, LocalDate from, LocalDate to, Instant knownAt) {
        Text name = indicator
                .map(known -> new Text(known.danish(), known.english()))
                .orElse(new Text("Ukendt oplysning", "Unknown fact"));
        Text said = new Text(value(value, indicator, Language.DANISH), value(value, indicator, Language.ENGLISH));
        return new Passage.Fact(name, said, from, to, knownAt);
    }

    /** The indicator stored under a code. */
    Optional<Indicator> withCode(short code) {
        return catalogue.withCode(code);
    }

    /** The score with its threshold, then each reason. */
    List<Text> of(FlagFacts facts, FlagStrength strength) {
        List<Text> lines = new ArrayList<>();
        lines.add(new Text(
                "Beregnet hyppighed: " + hundredths(strength.probability(), Language.DANISH)
                        + " af 100 tilsvarende børn blev vurderet at have behov for støtte. Grænsen for en markering var "
                        + hundredths(strength.threshold(), Language.DANISH) + " af 100.",
                "Calculated frequency: " + hundredths(strength.probability(), Language.ENGLISH)
                        + " of 100 children alike were assessed to need support. The threshold for a flag was "
                        + hundredths(strength.threshold(), Language.ENGLISH) + " of 100."));
        strength.contributions().forEach(each -> lines.add(reason(facts, each)));
        return lines;
    }

    /** The flag told to the family: the caseworker's page makes its text of the same. */
    Passage.Explanation told(FlagFacts facts, FlagStrength strength) {
        return new Passage.Explanation(told(facts, strength, Audience.PARENT), told(facts, strength, Audience.CHILD));
    }

    private List<Text> told(FlagFacts facts, FlagStrength strength, Audience audience) {
        List<String> danish = FamilyExplanation.of(facts, strength, catalogue, audience, Language.DANISH)
                .lines();
        List<String> english = FamilyExplanation.of(facts, strength, catalogue, audience, Language.ENGLISH)
                .lines();
        return IntStream.range(0, danish.size())
                .mapToObj(line -> new Text(danish.get(line), english.get(line)))
                .toList();
    }

    /** Why nothing counted, where nothing did. */
    private static Text unknown(FlagFacts facts, FlagStrength.Contribution contribution) {
        if (facts.retracted().contains(contribution.indicator())) {
            return new Text(" (trukket tilbage af kilden)", " (retracted by the source)");
        }
        if (facts.stale().contains(contribution.indicator())) {
            return new Text(" (for gammelt)", " (too old)");
        }
        if (facts.missing().contains(contribution.indicator())) {
            return new Text(" (mangler)", " (missing)");
        }
        return contribution.bin() < 0 ? new Text(" (ikke kendt)", " (not known)") : new Text("", "");
    }

    private Text reason(FlagFacts facts, FlagStrength.Contribution contribution) {
        Text name = name(contribution.indicator());
        String danish = unknown(facts, contribution).danish();
        String english = unknown(facts, contribution).english();
        if (contribution.effect() == 0) {
            return new Text(
                    name.danish() + danish + ": uden betydning", name.english() + english + ": made no difference");
        }
        boolean raised = contribution.effect() > 0;
        return new Text(
                name.danish()
                        + danish
                        + (raised ? ": trak op, " : ": trak ned, ")
                        + Words.value(Math.abs(contribution.effect()), Language.DANISH),
                name.english()
                        + english
                        + (raised ? ": raised it, " : ": lowered it, ")
                        + Words.value(Math.abs(contribution.effect()), Language.ENGLISH));
    }

    private Text name(IndicatorId id) {
        return catalogue
                .find(id)
                .map(known -> new Text(known.danish(), known.english()))
                .orElse(new Text(id.value(), id.value()));
    }

    private static String hundredths(double share, Language language) {
        return Words.value(share * 100, language);
    }

    private static String value(double value, Optional<Indicator> indicator, Language language) {
        String number = Words.value(value, language);
        return switch (indicator.map(Indicator::unit).orElse("")) {
            case "yes/no", "marker" -> value == 0 ? language.choose("nej", "no") : language.choose("ja", "yes");
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
}
