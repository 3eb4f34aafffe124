package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.FormerPseudonyms.Former;
import dk.rettidig.feed.PersonRows;
import dk.rettidig.flag.Memberships;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is held at this moment, and what can still be shown of runs: passages that stand in no entry about the child. */
final class HeldPassages {

    private static final Optional<Text> SUPPORT = Optional.of(Grounds.of(Purpose.CHILD_SUPPORT));

    private final PersonRows rows;
    private final Memberships memberships;
    private final FactTexts texts;
    private final Grounds grounds;

    HeldPassages(PersonRows rows, Memberships memberships, FactTexts texts, Grounds grounds) {
        this.rows = rows;
        this.memberships = memberships;
        this.texts = texts;
        this.grounds = grounds;
    }

    /** Deliveries with the values they brought. */
    List<Passage> delivered(MunicipalityCode municipality, Pseudonym child) {
        return rows.delivered(municipality, child).stream().map(this::delivery).toList();
    }

    private Passage delivery(PersonRows.Delivered delivery) {
        Text source = Phrases.source(delivery.sourceKind());
        return new Passage(
                delivery.at(),
                "delivery",
                new Text(
                        "Kommunens kildesystem (" + source.danish() + ") leverede oplysninger om barnet.",
                        "A registry of the municipality (" + source.english() + ") delivered facts about the child."),
                SUPPORT,
                Optional.of(grounds.of(delivery.basis())),
                delivery.rows().stream().map(this::fact).toList(),
                List.of(),
                delivery.leafIndex(),
                Optional.empty(),
                Optional.empty());
    }

    private Passage.Fact fact(PersonRows.Row row) {
        Passage.Fact fact =
                texts.fact(texts.withCode(row.indicator()), row.value(), row.from(), row.to(), row.knownAt());
        return row.retracted()
                ? new Passage.Fact(
                        fact.name(), new Text("trukket tilbage", "retracted"), fact.from(), fact.to(), fact.knownAt())
                : fact;
    }

    /** When the child came into scope, and when that was taken back. */
    List<Passage> scope(MunicipalityCode municipality, Pseudonym child) {
        return rows.scope(municipality, child).stream().map(this::interval).toList();
    }

    private Passage interval(PersonRows.Interval interval) {
        String days = interval.from() + " – " + interval.to();
        Text text = interval.retracted()
                ? new Text(
                        "Barnet er ikke længere omfattet (" + days + ").",
                        "The child is in scope no more (" + days + ").")
                : new Text("Barnet blev omfattet (" + days + ").", "The child came into scope (" + days + ").");
        return held(interval.knownAt(), "scope", text, interval.basis());
    }

    /** How screenings ended, as the municipality's register delivered it. */
    List<Passage> concluded(MunicipalityCode municipality, Pseudonym child) {
        return rows.concluded(municipality, child).stream()
                .map(ended -> held(ended.knownAt(), "conclusion", text(ended), ended.basis()))
                .toList();
    }

    private static Text text(PersonRows.Ended ended) {
        if (ended.retracted()) {
            return new Text(
                    "Oplysningen om, at screeningen sluttede " + ended.day() + ", blev trukket tilbage.",
                    "The fact that the screening ended on " + ended.day() + " was retracted.");
        }
        return ended.need()
                ? new Text(
                        "Screeningen sluttede " + ended.day() + ": der er behov for støtte.",
                        "The screening ended on " + ended.day() + ": there is need for support.")
                : new Text(
                        "Screeningen sluttede " + ended.day() + ": der blev ikke fundet behov for støtte.",
                        "The screening ended on " + ended.day() + ": no need for support was found.");
    }

    /** Runs that the child was in. The same words for everybody: what became of a child without a flag is not kept. */
    List<Passage> calculated(MunicipalityCode municipality, List<Pseudonym> names) {
        return memberships.of(municipality, names).stream()
                .map(member -> held(
                        member.at(),
                        "calculation",
                        new Text(
                                "Barnet indgik i en beregning pr. "
                                        + member.run().request().asOf() + " med modellen "
                                        + member.run().request().model()
                                        + ". Resultatet gemmes kun, hvis der blev rejst en markering.",
                                "The child was in a calculation as of "
                                        + member.run().request().asOf() + " with the model "
                                        + member.run().request().model()
                                        + ". Its result is kept only where a flag was raised."),
                        member.run().request().basis()))
                .toList();
    }

    /** Changes of the child's name. */
    List<Passage> renamed(List<Former> names) {
        return names.stream()
                .map(name -> Passage.plain(
                        name.until(),
                        "renamed",
                        new Text(
                                "Barnet fik et nyt pseudonym i stedet for det hidtidige.",
                                "The child got a new pseudonym in place of the former one."),
                        SUPPORT,
                        Optional.empty(),
                        OptionalLong.empty()))
                .toList();
    }

    private Passage held(Instant at, String kind, Text text, BasisId basis) {
        return Passage.plain(at, kind, text, SUPPORT, Optional.of(grounds.of(basis)), OptionalLong.empty());
    }
}
