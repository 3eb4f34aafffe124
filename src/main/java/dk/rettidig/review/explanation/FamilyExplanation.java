package dk.rettidig.review.explanation;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.web.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * One flag, told to somebody of the family: what was looked at, what counted and what spoke the other way, what was not
 * known, what the number means, who decides, and how to have it corrected or complain. It tells of numbers there are and
 * never of what might come. The same flag gives the same sections and lines in both languages.
 */
public record FamilyExplanation(Audience audience, Language language, String title, List<Section> sections) {

    public FamilyExplanation {
        sections = List.copyOf(sections);
    }

    /** A question with its answer, a sentence or two a line. */
    public record Section(String heading, List<String> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** Tells a flag, for somebody who may read its strength. */
    public static FamilyExplanation of(
            FlagFacts facts,
            FlagStrength strength,
            IndicatorCatalogue catalogue,
            Audience audience,
            Language language) {
        Voice voice = new Voice(audience, language);
        Telling telling = new Telling(facts, strength, new FactWords(catalogue, language), voice);
        return new FamilyExplanation(
                audience,
                language,
                voice.toEither(
                        language.choose("Til dig, der er barn eller ung", "To you, a child or young person"),
                        language.choose("Til dig, der er forælder", "To you, a parent")),
                telling.sections());
    }

    /** The flag told to a parent and to a child, each in both languages, Danish first. */
    public static List<FamilyExplanation> all(FlagFacts facts, FlagStrength strength, IndicatorCatalogue catalogue) {
        List<FamilyExplanation> all = new ArrayList<>();
        for (Language language : List.of(Language.DANISH, Language.ENGLISH)) {
            for (Audience audience : Audience.values()) {
                all.add(of(facts, strength, catalogue, audience, language));
            }
        }
        return all;
    }

    /** All of it, line by line: the title, then each question and its answer. */
    public List<String> lines() {
        List<String> all = new ArrayList<>(List.of(title));
        for (Section section : sections) {
            all.add(section.heading());
            all.addAll(section.lines());
        }
        return all;
    }

    /** The language as a page's {@code lang} says it. */
    public String tag() {
        return language.choose("da", "en");
    }

    @Override
    public String toString() {
        return "FamilyExplanation[hidden]";
    }
}
