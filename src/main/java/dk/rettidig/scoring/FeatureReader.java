package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a child's observations as they were known at a moment (issue: the audited predecessor leaked information from the
 * future). Of each indicator the latest period that ended by the as-of day and within the window decides, in the version
 * known last at the moment; a retraction of that period means that nothing is known. Immutable, safe for many threads.
 */
public final class FeatureReader {

    private static final Comparator<KnownValue> LATEST =
            Comparator.comparing(KnownValue::to).thenComparing(KnownValue::from).thenComparing(KnownValue::knownAt);

    private final List<FeatureDefinition> features;
    private final Map<IndicatorId, Integer> positions = new HashMap<>();

    /** A reader for these features. */
    public FeatureReader(List<FeatureDefinition> features) {
        this.features = List.copyOf(features);
        for (int i = 0; i < features.size(); i++) {
            positions.put(features.get(i).indicator(), i);
        }
    }

    /**
     * Reads for a calculation: what became known later, and periods that had not ended, do not exist; observations of
     * other indicators are passed over.
     */
    public FeatureInput read(AsOf asOf, Collection<KnownValue> observations) {
        List<Optional<KnownValue>> latest =
                new ArrayList<>(java.util.Collections.nCopies(features.size(), Optional.empty()));
        for (KnownValue observation : observations) {
            Integer position = positions.get(observation.indicator());
            if (position != null && counts(features.get(position), observation, asOf)) {
                Optional<KnownValue> before = latest.get(position);
                if (before.isEmpty() || LATEST.compare(observation, before.get()) > 0) {
                    latest.set(position, Optional.of(observation));
                }
            }
        }
        List<FeatureValue> values = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            FeatureDefinition feature = features.get(i);
            values.add(latest.get(i).map(found -> value(feature, found, asOf)).orElseGet(FeatureValue.Missing::new));
        }
        return new FeatureInput(asOf, values);
    }

    /**
     * Reads for training: an observation of a feature that was known after the moment, or whose period had not ended, is
     * refused and not dropped, because its presence means that the data were drawn wrongly.
     *
     * @throws ScoringFault {@code scoring_future_knowledge}, with the indicator's id
     */
    public FeatureInput readStrictly(AsOf asOf, Collection<KnownValue> observations) {
        for (KnownValue observation : observations) {
            if (positions.containsKey(observation.indicator()) && isOfTheFuture(observation, asOf)) {
                throw new ScoringFault(
                        ScoringErrorCode.FUTURE_KNOWLEDGE,
                        Map.of("indicator", observation.indicator().value()));
            }
        }
        return read(asOf, observations);
    }

    /** The features read, in order. */
    public List<FeatureDefinition> features() {
        return features;
    }

    private static boolean isOfTheFuture(KnownValue observation, AsOf asOf) {
        return !asOf.knows(observation.knownAt()) || observation.to().isAfter(asOf.day());
    }

    private static boolean counts(FeatureDefinition feature, KnownValue observation, AsOf asOf) {
        return !isOfTheFuture(observation, asOf)
                && !observation.to().isBefore(asOf.day().minusDays(feature.windowDays()));
    }

    private static FeatureValue value(FeatureDefinition feature, KnownValue found, AsOf asOf) {
        LocalDate oldest = asOf.day().minusDays(feature.freshnessDays());
        if (found.retracted()) {
            return new FeatureValue.Retracted(found.from(), found.to());
        }
        return found.to().isBefore(oldest)
                ? new FeatureValue.Stale(found.value(), found.from(), found.to(), found.knownAt())
                : new FeatureValue.Known(found.value(), found.from(), found.to(), found.knownAt());
    }
}
