package dk.rettidig.oversight.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds to an entry about a flag what the flag itself still says: run, basis, values, score and reasons. For one child. */
final class FlagPassages {

    private static final Text GONE = new Text(
            "Oplysningerne og beregningen bag markeringen er slettet, fordi deres tid var ovre.",
            "The facts and the calculation behind the flag were erased because their time was over.");
    private static final Text SEALED = new Text(
            "Beregningen er forseglet, til en rådgiver har låst sin egen vurdering; den gives ved en ny anmodning derefter.",
            "The calculation is sealed until a caseworker has sealed an own view; it is given at a new request after that.");

    private final MunicipalityCode municipality;
    private final Set<Pseudonym> names;
    private final Flags flags;
    private final Runs runs;
    private final FactTexts texts;
    private final Grounds grounds;
    private final Map<String, Optional<FlagListing>> listings = new HashMap<>();
    private final Map<RunId, Optional<Run>> ofFlags = new HashMap<>();

    /**
     * Passages of one child.
     *
     * @param names the child's own, now and before: an entry may name other children's flags too
     */
    FlagPassages(
            MunicipalityCode municipality,
            List<Pseudonym> names,
            Flags flags,
            Runs runs,
            FactTexts texts,
            Grounds grounds) {
        this.municipality = municipality;
        this.names = Set.copyOf(names);
        this.flags = flags;
        this.runs = runs;
        this.texts = texts;
        this.grounds = grounds;
    }

    /** The passage with all that is known of its flag. */
    Passage detailed(String type, JsonNode fields, Passage passage) {
        Optional<FlagListing> flag = flag(fields);
        Passage grounded = flag.flatMap(one -> ofFlags.computeIfAbsent(one.run(), runs::find))
                .map(run -> grounded(passage, run.request()))
                .orElse(passage);
        return switch (type) {
            case "flag.raised" -> raised(flag, grounded);
            case "flag.values_corrected" -> corrected(fields, passage);
            case "review.outcome_recorded" ->
                with(
                        grounded,
                        passage.text()
                                .and(Phrases.outcome(fields.path("outcome").asText())));
            default -> grounded;
        };
    }

    private Optional<FlagListing> flag(JsonNode fields) {
        String id = fields.path("flag").asText();
        return id.isEmpty()
                ? Optional.empty()
                : listings.computeIfAbsent(id, asked -> flags.find(municipality, FlagId.asked(asked)));
    }

    /** What no decision of its own says, the run says on whose grounds the flag stands. */
    private Passage grounded(Passage passage, RunRequest request) {
        return new Passage(
                passage.at(),
                passage.kind(),
                passage.text(),
                passage.purpose().or(() -> Optional.of(Grounds.of(Purpose.CHILD_SUPPORT))),
                passage.basis().or(() -> Optional.of(grounds.of(request.basis()))),
                passage.facts(),
                passage.calculation(),
                passage.leafIndex(),
                passage.score(),
                passage.explanation());
    }

    private Passage raised(Optional<FlagListing> flag, Passage passage) {
        Optional<FlagFacts> facts = flag.flatMap(one -> flags.facts(municipality, one.id()));
        if (facts.isEmpty()) {
            return with(passage, passage.text().and(GONE));
        }
        Optional<FlagStrength> strength =
                flags.strength(municipality, facts.get().listing().id());
        return new Passage(
                passage.at(),
                passage.kind(),
                passage.text(),
                passage.purpose(),
                passage.basis(),
                texts.of(facts.get()),
                strength.map(one -> texts.of(facts.get(), one)).orElse(List.of(SEALED)),
                passage.leafIndex(),
                strength.map(one -> score(facts.get(), one)),
                strength.map(one -> texts.told(facts.get(), one)));
    }

    /** Of each flag of the child that the entry names: what was changed, and what the model said then. */
    private Passage corrected(JsonNode fields, Passage passage) {
        Passage told = passage;
        for (JsonNode named : fields.path("flags")) {
            Optional<FlagFacts> facts = flags.facts(municipality, FlagId.asked(named.asText()))
                    .filter(one -> names.contains(one.pseudonym()));
            if (facts.isPresent()) {
                told = corrected(facts.get(), told);
            }
        }
        return told;
    }

    private Passage corrected(FlagFacts facts, Passage passage) {
        FlagId flag = facts.listing().id();
        Text result = flags.strength(municipality, flag)
                .map(strength -> flags.rescored(municipality, flag)
                        .map(again -> Recalculation.told(again, strength, passage.at()))
                        .orElse(Recalculation.GONE))
                .orElse(SEALED);
        return new Passage(
                passage.at(),
                passage.kind(),
                passage.text(),
                Optional.of(Grounds.of(Purpose.CHILD_SUPPORT)),
                runs.find(facts.listing().run())
                        .map(run -> grounds.of(run.request().basis())),
                Stream.concat(passage.facts().stream(), texts.changed(facts).stream())
                        .toList(),
                Stream.concat(passage.calculation().stream(), Stream.of(result)).toList(),
                passage.leafIndex(),
                passage.score(),
                passage.explanation());
    }

    private static Passage.Score score(FlagFacts facts, FlagStrength strength) {
        return new Passage.Score(
                facts.model(),
                facts.asOf(),
                facts.values().stream()
                        .map(fact -> new Passage.Input(
                                fact.indicator().value(), fact.from(), fact.to(), fact.knownAt(), fact.value()))
                        .toList(),
                strength.probability());
    }

    private static Passage with(Passage passage, Text text) {
        return new Passage(
                passage.at(),
                passage.kind(),
                text,
                passage.purpose(),
                passage.basis(),
                passage.facts(),
                passage.calculation(),
                passage.leafIndex(),
                passage.score(),
                passage.explanation());
    }
}
