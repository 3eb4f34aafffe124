package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.Commitment;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.Contribution;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ScoringResult;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes flags of the few children that were chosen: reads them again from the same snapshot and asks for reasons. */
final class FlagMaker {

    /** Children read at a time. */
    private static final int PAGE = 500;

    private final ReleasedModel model;
    private final AsOf asOf;
    private final double threshold;
    private final Instant deadline;
    private final SecureRandom random;

    FlagMaker(ReleasedModel model, AsOf asOf, double threshold, Instant deadline, SecureRandom random) {
        this.model = model;
        this.asOf = asOf;
        this.threshold = threshold;
        this.deadline = deadline;
        this.random = random;
    }

    List<RaisedFlag> make(RunInputs.Snapshot snapshot, List<Pseudonym> children, Map<Pseudonym, Hash> nonces) {
        Set<IndicatorId> indicators =
                model.features().stream().map(FeatureDefinition::indicator).collect(Collectors.toSet());
        List<RaisedFlag> flags = new ArrayList<>();
        for (int from = 0; from < children.size(); from += PAGE) {
            List<Pseudonym> page = children.subList(from, Math.min(children.size(), from + PAGE));
            Map<Pseudonym, List<RunInputs.Sourced>> rows = snapshot.of(page, indicators, asOf.moment());
            page.forEach(child -> flags.add(
                    flag(child, rows.getOrDefault(child, List.of()), Optional.ofNullable(nonces.get(child)))));
        }
        return flags;
    }

    private RaisedFlag flag(Pseudonym child, List<RunInputs.Sourced> rows, Optional<Hash> nonce) {
        List<KnownValue> values = rows.stream().map(RunInputs.Sourced::value).toList();
        ScoringResult result = model.scorer().score(asOf, values);
        // The same snapshot, the same tables: anything else means that the two ways of scoring disagree.
        if (!(result instanceof ScoringResult.Scored scored) || !(scored.probability() > threshold)) {
            throw new FlagFault(FlagErrorCode.RESULT_INCONSISTENT);
        }
        return new RaisedFlag(
                new FlagId(UUID.randomUUID()),
                child,
                deadline,
                facts(scored, rows),
                ids(scored.missing()),
                ids(scored.retracted()),
                ids(scored.stale()),
                strength(scored),
                nonce,
                salt());
    }

    private Hash salt() {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        return Hash.of(salt);
    }

    private static List<FlagFacts.Fact> facts(ScoringResult.Scored scored, List<RunInputs.Sourced> rows) {
        Map<KnownValue, OptionalLong> deliveries = new HashMap<>();
        rows.forEach(row -> deliveries.put(row.value(), row.delivery()));
        List<FlagFacts.Fact> facts = new ArrayList<>();
        for (Contribution contribution : scored.contributions()) {
            if (contribution.value() instanceof FeatureValue.Known known) {
                KnownValue used = new KnownValue(
                        contribution.indicator(), known.from(), known.to(), known.value(), known.knownAt(), false);
                facts.add(new FlagFacts.Fact(
                        used.indicator(),
                        used.from(),
                        used.to(),
                        used.value(),
                        used.knownAt(),
                        deliveries.getOrDefault(used, OptionalLong.empty()),
                        FlagFacts.Change.NONE));
            }
        }
        facts.sort(Comparator.comparing(FlagFacts.Fact::indicator));
        return facts;
    }

    private static List<IndicatorId> ids(List<Contribution> contributions) {
        return contributions.stream().map(Contribution::indicator).sorted().toList();
    }

    private FlagStrength strength(ScoringResult.Scored scored) {
        return new FlagStrength(
                scored.probability(),
                threshold,
                scored.logOdds(),
                scored.bias(),
                scored.average(),
                scored.contributions().stream()
                        .map(each -> new FlagStrength.Contribution(
                                each.indicator(), each.bin(), each.weight(), each.effect()))
                        .toList(),
                scored.frequency());
    }
}
