package dk.rettidig.review.explanation;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagState;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.RunId;
import dk.rettidig.gate.Policies;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.Contribution;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.ScoringResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Flags to be told: what the shipped model says, and whatever any model of open indicators could say. */
final class ToldFlags {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Instant KNOWN_AT = Instant.parse("2026-11-19T06:00:00Z");
    private static final int BINS = 4;
    static final IndicatorCatalogue CATALOGUE = shipped();
    static final List<Indicator> OPEN =
            CATALOGUE.all().stream().filter(Indicator::mayBeInput).toList();

    private ToldFlags() {}

    /** A flag of a family: its facts, and its strength. */
    record Told(FlagFacts facts, FlagStrength strength) {

        FamilyExplanation to(Audience audience, dk.rettidig.web.Language language) {
            return FamilyExplanation.of(facts, strength, CATALOGUE, audience, language);
        }
    }

    private static IndicatorCatalogue shipped() {
        try {
            return Policies.load(PolicySetReader.shipped()).indicators();
        } catch (PolicySetException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static ReleasedModel model() {
        try {
            return ReleasedModels.packaged(CATALOGUE)
                    .find(new ModelRef("scorecard", "1.2.0"))
                    .orElseThrow();
        } catch (ModelIntegrityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What a run would keep of a result. */
    static Told of(ScoringResult.Scored scored) {
        List<FlagFacts.Fact> facts = new ArrayList<>();
        for (Contribution each : scored.contributions()) {
            if (each.value() instanceof FeatureValue.Known known) {
                facts.add(fact(each.indicator(), known.value(), known.from(), known.to(), FlagFacts.Change.NONE));
            }
        }
        return new Told(
                facts(facts, ids(scored.missing()), ids(scored.retracted()), ids(scored.stale())),
                new FlagStrength(
                        scored.probability(),
                        0.5,
                        scored.logOdds(),
                        scored.bias(),
                        scored.average(),
                        scored.contributions().stream()
                                .map(each -> new FlagStrength.Contribution(
                                        each.indicator(), each.bin(), each.weight(), each.effect()))
                                .toList(),
                        scored.frequency()));
    }

    /** A flag over all open indicators, each known, missing, taken back or stale, raising or protective, as chance has it. */
    static Told any(RandomGenerator random, Frequency frequency) {
        List<FlagFacts.Fact> facts = new ArrayList<>();
        List<IndicatorId> missing = new ArrayList<>();
        List<IndicatorId> retracted = new ArrayList<>();
        List<IndicatorId> stale = new ArrayList<>();
        List<FlagStrength.Contribution> contributions = new ArrayList<>();
        for (Indicator indicator : OPEN) {
            int what = random.nextInt(BINS);
            double effect = random.nextInt(9) == 0 ? 0 : random.nextDouble(-1, 1);
            contributions.add(new FlagStrength.Contribution(indicator.id(), what < 2 ? what : -1, effect, effect));
            switch (what) {
                case 2 -> (random.nextBoolean() ? missing : retracted).add(indicator.id());
                case 3 -> stale.add(indicator.id());
                default -> facts.add(random(indicator, random));
            }
        }
        FlagStrength strength = new FlagStrength(0.6, 0.5, 0.4, -1, -1, contributions, frequency);
        return new Told(facts(facts, missing, retracted, stale), strength);
    }

    private static FlagFacts.Fact random(Indicator indicator, RandomGenerator random) {
        double value = indicator.minimum() + random.nextDouble() * (indicator.maximum() - indicator.minimum());
        double told = indicator.unit().equals("share") ? value : Math.rint(value);
        LocalDate to = AS_OF.minusDays(random.nextInt(120));
        FlagFacts.Change change = FlagFacts.Change.values()[random.nextInt(FlagFacts.Change.values().length)];
        return fact(indicator.id(), told, to.minusDays(90), to, change);
    }

    static FlagFacts.Fact fact(IndicatorId id, double value, LocalDate from, LocalDate to, FlagFacts.Change change) {
        return new FlagFacts.Fact(id, from, to, value, KNOWN_AT, OptionalLong.empty(), change);
    }

    static FlagFacts facts(
            List<FlagFacts.Fact> facts,
            List<IndicatorId> missing,
            List<IndicatorId> retracted,
            List<IndicatorId> stale) {
        FlagListing listing = new FlagListing(
                new FlagId(UUID.randomUUID()),
                MunicipalityCode.SYNTHETIC,
                new RunId(UUID.randomUUID()),
                KNOWN_AT,
                new FlagState.Open(),
                0,
                false);
        return new FlagFacts(
                listing,
                Pseudonym.of(new byte[Pseudonym.LENGTH]),
                AS_OF,
                "scorecard/1.2.0",
                facts,
                missing,
                retracted,
                stale);
    }

    private static List<IndicatorId> ids(List<Contribution> contributions) {
        return contributions.stream().map(Contribution::indicator).toList();
    }
}
