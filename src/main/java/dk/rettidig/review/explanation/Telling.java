package dk.rettidig.review.explanation;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.explanation.FamilyExplanation.Section;
import dk.rettidig.web.Words;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The sections of one explanation, in the order in which they are read. */
final class Telling {

    private final FlagFacts facts;
    private final FlagStrength strength;
    private final FactWords words;
    private final Voice voice;

    Telling(FlagFacts facts, FlagStrength strength, FactWords words, Voice voice) {
        this.facts = facts;
        this.strength = strength;
        this.words = words;
        this.voice = voice;
    }

    List<Section> sections() {
        return List.of(
                happened(), looked(), counted(), otherWay(), unknown(), meaning(), decides(), wrong(), disagree());
    }

    private Section happened() {
        return new Section(
                voice.say("Hvad er der sket?", "What took place?"),
                List.of(
                        voice.say(
                                "Et program har set på nogle tal om {child}.",
                                "A computer program has looked at some facts about {child}."),
                        voice.say(
                                "Lagt sammen kom de over en grænse. Den er ens for alle børn.",
                                "Added up, they came above a line. The line is the same for all."),
                        voice.say(
                                "Det kalder vi en markering. Den siger kun én ting: En voksen i kommunen skal læse om {child}.",
                                "We call this a flag. It says one thing only: An adult at the council should read about {child}."),
                        voice.say(
                                "En underretning er en besked til kommunen. Den kommer fra en, der er i tvivl om, hvordan et barn har det.",
                                "A notification is a message to the council. It comes from someone who is unsure how a child is doing.")));
    }

    private Section looked() {
        List<String> lines = new ArrayList<>();
        for (FlagFacts.Fact fact : facts.values()) {
            lines.add(known(fact) + age(fact) + changed(fact));
        }
        if (lines.isEmpty()) {
            lines.add(voice.say("Der var ingen nye tal.", "There were no new facts."));
        }
        return new Section(voice.say("Hvad så programmet på?", "What did the program look at?"), lines);
    }

    private Section counted() {
        return effects(
                voice.say("Hvad talte mest?", "What counted most?"),
                each -> each.effect() > 0,
                voice.say("Intet talte mere end andet.", "Nothing counted more than the rest."));
    }

    private Section otherWay() {
        return effects(
                voice.say("Hvad trak den anden vej?", "What pulled the other way?"),
                each -> each.effect() < 0,
                voice.say("Intet trak den anden vej.", "Nothing pulled the other way."));
    }

    /** The contributions of one side, greatest first. */
    private Section effects(String heading, Predicate<FlagStrength.Contribution> side, String none) {
        List<String> lines = strength.contributions().stream()
                .filter(side)
                .sorted(Comparator.comparingDouble((FlagStrength.Contribution each) -> -Math.abs(each.effect()))
                        .thenComparing(FlagStrength.Contribution::indicator))
                .map(this::effect)
                .toList();
        return new Section(heading, lines.isEmpty() ? List.of(none) : lines);
    }

    private String effect(FlagStrength.Contribution contribution) {
        IndicatorId id = contribution.indicator();
        return facts.values().stream()
                .filter(fact -> contribution.bin() >= 0 && fact.indicator().equals(id))
                .findFirst()
                .map(this::known)
                .orElseGet(() -> words.name(id) + voice.say(": Det ved vi ikke.", ": We do not know."));
    }

    private String known(FlagFacts.Fact fact) {
        return words.name(fact.indicator()) + ": " + words.value(fact.indicator(), fact.value()) + ".";
    }

    private String age(FlagFacts.Fact fact) {
        long days = Math.max(0, ChronoUnit.DAYS.between(fact.to(), facts.asOf()));
        if (days == 0) {
            return voice.say(" Det er helt nyt.", " This is brand new.");
        }
        return days == 1
                ? voice.say(" Det er 1 dag gammelt.", " This is 1 day old.")
                : voice.say(" Det er " + days + " dage gammelt.", " This is " + days + " days old.");
    }

    private String changed(FlagFacts.Fact fact) {
        return switch (fact.change()) {
            case NONE -> "";
            case CORRECTED -> voice.say(" Det er rettet siden.", " It has been put right since.");
            case RETRACTED -> voice.say(" Det er trukket tilbage siden.", " It has been taken back since.");
        };
    }

    private Section unknown() {
        List<String> lines = new ArrayList<>();
        facts.missing()
                .forEach(id -> lines.add(
                        words.name(id) + voice.say(": Det har vi intet nyt om.", ": We have nothing new on this.")));
        facts.retracted()
                .forEach(id -> lines.add(words.name(id)
                        + voice.say(
                                ": Det har kilden trukket tilbage. Det talte ikke med.",
                                ": The source has taken this back. It did not count.")));
        facts.stale()
                .forEach(id -> lines.add(words.name(id)
                        + voice.say(
                                ": Det var for gammelt. Det talte ikke med.",
                                ": This was too old. It did not count.")));
        lines.add(
                lines.isEmpty()
                        ? voice.say("Intet manglede.", "Nothing was missing.")
                        : voice.say(
                                "Når vi ikke ved noget, er det ikke det samme som nej.",
                                "When we do not know, it is not the same as no."));
        return new Section(voice.say("Hvad vidste vi ikke?", "What did we not know?"), lines);
    }

    private Section meaning() {
        var frequency = strength.frequency();
        String cases = Words.count(frequency.cases(), voice.language());
        return new Section(
                voice.say("Hvad betyder tallet?", "What does the number mean?"),
                List.of(
                        voice.say(
                                "Programmet kender " + cases + " børn, hvor tallene lå som her.",
                                "The program knows " + cases + " children whose facts were like these."),
                        voice.say(
                                "Af 100 af dem var der " + frequency.ofHundred()
                                        + ", som en rådgiver fandt, at der var brug for støtte til.",
                                "Of 100 of them there were " + frequency.ofHundred()
                                        + " where a caseworker found a need for support."),
                        voice.say(
                                "Helt sikkert er det ikke. Det kan være fra " + frequency.lowOfHundred() + " til "
                                        + frequency.highOfHundred() + ".",
                                "This is not quite sure. It can be from " + frequency.lowOfHundred() + " to "
                                        + frequency.highOfHundred() + "."),
                        voice.say(
                                "Tallet handler om mange børn. Det ved ikke, hvordan det er hos jer.",
                                "The number is about many children. It does not know how things are with you.")));
    }

    private Section decides() {
        return new Section(
                voice.say("Hvem bestemmer?", "Who decides?"),
                List.of(
                        voice.say(
                                "Det gør et menneske. Det hedder en rådgiver.",
                                "A person does. This person is called a caseworker."),
                        voice.say(
                                "En rådgiver læser først og skriver sin egen mening. Først så får rådgiveren tallet at se.",
                                "The caseworker reads first and writes down a view. Only then is the number shown."),
                        voice.say(
                                "Programmet bestemmer ikke noget. Det åbner ingen sag og sender ingen breve.",
                                "The program decides nothing. It opens no case and sends no letters.")));
    }

    private Section wrong() {
        return new Section(
                voice.say("Er noget forkert?", "Is something wrong?"),
                List.of(
                        voice.say(
                                "Sig det til en rådgiver i kommunen. Så går det tilbage til dem, tallet kom fra, så det kan blive rettet.",
                                "Tell a caseworker at the council. Then it goes back to where the fact came from, so that it can be put right."),
                        voice.say(
                                "I kan også bede om at se alt, hvad vi har gemt om {child}.",
                                "You can also ask to see all that we have kept about {child}.")));
    }

    private Section disagree() {
        String help = voice.toEither(
                voice.say(
                        "Du må gerne bede en voksen, du stoler på, om hjælp til det.",
                        "You may ask an adult you trust to help you with it."),
                voice.say(
                        "Du må gerne tage en anden med, når du taler med kommunen.",
                        "You may bring someone along when you talk to the council."));
        return new Section(
                voice.say("Er I ikke enige?", "Do you not agree?"),
                List.of(
                        voice.say(
                                "Sig eller skriv det til kommunen. Den har en DPO. Det er en, der holder øje med, hvordan tal om jer bliver brugt.",
                                "Say so or write to the council. It has a DPO. This is someone who checks how facts about you are used."),
                        voice.say(
                                "I kan også klage til Datatilsynet. De er ikke en del af kommunen.",
                                "You can also complain to Datatilsynet. They are not part of the council."),
                        help));
    }
}
