package dk.rettidig.modelling;

import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.MissingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Makes feature definitions from settings and rows: bins that are too small are merged, weights are filled in later. */
final class FeatureFitter {

    private FeatureFitter() {}

    /** A definition without weights, for reading rows. */
    static FeatureDefinition blank(TrainingSettings.Feature feature, IndicatorCatalogue catalogue) {
        int freshness = catalogue
                .find(feature.indicator())
                .map(Indicator::freshness)
                .map(days -> (int) days.toDays())
                .orElse(feature.windowDays());
        return new FeatureDefinition(
                feature.indicator(),
                feature.source(),
                feature.windowDays(),
                Math.min(freshness, feature.windowDays()),
                feature.direction(),
                feature.missing(),
                feature.edges(),
                feature.categories(),
                zeros(binsOf(feature.edges(), feature.categories()) - 1),
                0,
                Collections.nCopies(binsOf(feature.edges(), feature.categories()), 0),
                0);
    }

    /** The definition with these edges or categories, counted on these values. */
    static FeatureDefinition counted(
            FeatureDefinition feature, List<Double> edges, List<Integer> categories, double[] values) {
        int[] counts = new int[binsOf(edges, categories)];
        int missing = 0;
        for (double value : values) {
            int bin = bin(edges, categories, value);
            if (Double.isNaN(value)) {
                missing++;
            } else if (bin >= 0) {
                counts[bin]++;
            }
        }
        return new FeatureDefinition(
                feature.indicator(),
                feature.source(),
                feature.windowDays(),
                feature.freshnessDays(),
                feature.direction(),
                missing == 0 ? MissingRule.ABSTAIN : feature.missing(),
                edges,
                categories,
                zeros(counts.length - 1),
                0,
                Arrays.stream(counts).boxed().toList(),
                missing);
    }

    /** Merges bins with fewer children than {@code minimum} into the neighbour below; drops such categories. */
    static FeatureDefinition merged(FeatureDefinition feature, double[] values, int minimum) {
        List<Double> edges = new ArrayList<>(feature.edges());
        List<Integer> categories = new ArrayList<>(feature.categories());
        FeatureDefinition current = counted(feature, edges, categories, values);
        while (true) {
            int small = smallBin(current, minimum);
            if (small < 0 || current.bins() <= 1) {
                return current;
            }
            if (edges.isEmpty()) {
                categories.remove(small);
            } else {
                edges.remove(Math.max(0, small - 1));
            }
            if (edges.isEmpty() && categories.isEmpty()) {
                return current;
            }
            current = counted(feature, edges, categories, values);
        }
    }

    /** The definition with these weights. */
    static FeatureDefinition weighted(FeatureDefinition feature, List<Double> weights, double missingWeight) {
        return new FeatureDefinition(
                feature.indicator(),
                feature.source(),
                feature.windowDays(),
                feature.freshnessDays(),
                feature.direction(),
                feature.missing(),
                feature.edges(),
                feature.categories(),
                weights,
                missingWeight,
                feature.trainingCounts(),
                feature.missingCount());
    }

    /** Edges whose weight does not run against the direction. */
    static List<Double> edgesInDirection(FeatureDefinition feature) {
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < feature.edges().size(); i++) {
            double weight = feature.weights().get(i);
            boolean keeps = feature.direction() == Direction.INCREASING ? weight >= 0 : weight <= 0;
            if (keeps) {
                kept.add(feature.edges().get(i));
            }
        }
        return kept;
    }

    private static int smallBin(FeatureDefinition feature, int minimum) {
        for (int bin = feature.bins() - 1; bin >= 0; bin--) {
            if (feature.trainingCounts().get(bin) < minimum) {
                return bin;
            }
        }
        return -1;
    }

    private static int bin(List<Double> edges, List<Integer> categories, double value) {
        if (edges.isEmpty()) {
            return categories.indexOf((int) value);
        }
        int bin = 0;
        while (bin < edges.size() && value >= edges.get(bin)) {
            bin++;
        }
        return bin;
    }

    private static int binsOf(List<Double> edges, List<Integer> categories) {
        return edges.isEmpty() ? categories.size() : edges.size() + 1;
    }

    private static List<Double> zeros(int size) {
        return Collections.nCopies(size, 0.0);
    }
}
