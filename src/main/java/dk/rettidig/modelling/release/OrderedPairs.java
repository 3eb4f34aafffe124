package dk.rettidig.modelling.release;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ManifestYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Rules of {@code models/ordered-pairs.yaml}: what one child has and another has not, with the reason why the one is in
 * greater need. From each rule pairs are made: both get the same made-up circumstances within the rule's bounds, then each its
 * own. Immutable.
 *
 * @param rules in the order of the file
 */
public record OrderedPairs(List<Rule> rules) {

    private static final String SHIPPED = "/models/ordered-pairs.yaml";

    public OrderedPairs {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param pairs how many are made
     * @param strict whether the one must lie above the other, not merely no lower
     * @param circumstances bounds of what both have, whole numbers from and to, or shares
     * @param higher what the child in greater need has, by indicator
     * @param lower what the other has
     */
    public record Rule(
            String id,
            String danish,
            String english,
            int pairs,
            boolean strict,
            Map<IndicatorId, List<Double>> circumstances,
            Map<IndicatorId, Double> higher,
            Map<IndicatorId, Double> lower) {}

    /** Two children. */
    record Pair(String rule, boolean strict, TrainingRow higher, TrainingRow lower) {}

    /**
     * Reads the rules.
     *
     * @throws ModellingFault {@code modelling_settings_malformed}
     */
    public static OrderedPairs read(byte[] yaml) {
        try {
            return ManifestYaml.read(yaml, OrderedPairs.class);
        } catch (IOException e) {
            throw new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, Map.of("file", "ordered-pairs.yaml"), e);
        }
    }

    /** The rules that this program carries. */
    public static OrderedPairs shipped() {
        try (InputStream stream = OrderedPairs.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException("the build packages " + SHIPPED);
            }
            return read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pairs, in the order of the features; what no rule speaks of is unknown. */
    List<Pair> pairs(List<FeatureDefinition> features, long seed) {
        List<Pair> pairs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Rule rule : rules) {
            for (int i = 0; i < rule.pairs(); i++) {
                double[] both = features.stream()
                        .mapToDouble(feature -> drawn(rule, feature.indicator(), random))
                        .toArray();
                pairs.add(new Pair(
                        rule.id(),
                        rule.strict(),
                        row(features, both, rule.higher()),
                        row(features, both, rule.lower())));
            }
        }
        return pairs;
    }

    private static double drawn(Rule rule, IndicatorId indicator, SplittableRandom random) {
        List<Double> bounds = rule.circumstances().get(indicator);
        if (bounds == null) {
            return Double.NaN;
        }
        double from = bounds.get(0);
        double to = bounds.get(1);
        boolean whole = from == Math.rint(from) && to == Math.rint(to);
        return whole ? random.nextInt((int) from, (int) to + 1) : random.nextDouble(from, to);
    }

    private static TrainingRow row(List<FeatureDefinition> features, double[] both, Map<IndicatorId, Double> own) {
        double[] values = both.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = own.getOrDefault(features.get(i).indicator(), values[i]);
        }
        return TrainingRow.of(values, 0, false);
    }
}
