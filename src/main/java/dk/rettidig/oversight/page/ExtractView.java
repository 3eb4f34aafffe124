package dk.rettidig.oversight.page;

import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.ExtractDesk;
import dk.rettidig.oversight.extract.Passage;
import dk.rettidig.oversight.extract.Text;
import dk.rettidig.oversight.extract.WithholdingGround;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A draft in the words of its page. */
public record ExtractView(
        ExtractPage.Row row, List<Entry> entries, long undecided, String jsonDigest, String htmlDigest) {

    /** One entry with the choice that was made. */
    public record Entry(
            int number,
            String at,
            String text,
            String purpose,
            String basis,
            String citation,
            List<Fact> facts,
            List<String> calculation,
            List<String> explanation,
            String decided,
            String by,
            List<Choice> choices) {

        /** The name of its choice in the form, and the id of the first one. */
        public String field() {
            return "entry-" + number;
        }
    }

    /** One value. */
    public record Fact(String name, String value, String days) {}

    /** One choice of an entry. */
    public record Choice(String id, String text, String hint, boolean chosen) {}

    static ExtractView of(Extract.Draft draft, Language language) {
        return new ExtractView(
                ExtractPage.Row.of(draft.extract(), language),
                draft.items().stream().map(item -> entry(item, language)).toList(),
                draft.undecided(),
                draft.extract().release().map(Extract.Release::jsonSha256).orElse(""),
                draft.extract().release().map(Extract.Release::htmlSha256).orElse(""));
    }

    private static Entry entry(Extract.Item item, Language language) {
        Passage passage = item.passage();
        String chosen = item.decision()
                .map(one -> one.ground().map(WithholdingGround::id).orElse(ExtractDesk.GIVEN))
                .orElse("");
        return new Entry(
                item.number(),
                Words.time(passage.at(), language),
                say(passage.text(), language),
                passage.purpose().map(text -> say(text, language)).orElse(""),
                passage.basis().map(ground -> say(ground.text(), language)).orElse(""),
                passage.basis().map(Passage.Ground::citation).orElse(""),
                passage.facts().stream().map(fact -> fact(fact, language)).toList(),
                passage.calculation().stream().map(text -> say(text, language)).toList(),
                explanation(passage, language),
                decided(item, language),
                item.decision().map(one -> one.by().value()).orElse(""),
                choices(chosen, language));
    }

    private static List<String> explanation(Passage passage, Language language) {
        return passage.explanation().stream()
                .flatMap(told -> Stream.concat(told.parent().stream(), told.child().stream()))
                .map(text -> say(text, language))
                .toList();
    }

    private static String decided(Extract.Item item, Language language) {
        return item.decision()
                .map(one -> one.ground()
                        .map(ground -> language.choose("Holdes tilbage: ", "Withheld: ") + say(ground.text(), language))
                        .orElse(language.choose("Udleveres", "Given out")))
                .orElse("");
    }

    private static Fact fact(Passage.Fact fact, Language language) {
        String from = Words.date(fact.from(), language);
        String to = Words.date(fact.to(), language);
        return new Fact(
                say(fact.name(), language), say(fact.value(), language), from.equals(to) ? to : from + " – " + to);
    }

    private static List<Choice> choices(String chosen, Language language) {
        List<Choice> choices = new java.util.ArrayList<>();
        choices.add(new Choice(
                ExtractDesk.GIVEN, language.choose("Udlevér", "Give out"), "", chosen.equals(ExtractDesk.GIVEN)));
        Arrays.stream(WithholdingGround.values())
                .map(ground -> new Choice(
                        ground.id(),
                        language.choose("Hold tilbage: ", "Withhold: ") + say(ground.text(), language),
                        ground.citation(),
                        chosen.equals(ground.id())))
                .forEach(choices::add);
        return choices;
    }

    private static String say(Text text, Language language) {
        return language.choose(text.danish(), text.english());
    }
}
