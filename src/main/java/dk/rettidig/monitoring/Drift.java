package dk.rettidig.monitoring;

import dk.rettidig.law.MonitoringLimits;
import dk.rettidig.scoring.BinCounts;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.scoring.ModelManifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a run's children lie from those the model was made with: counts in, shares out, nobody's values anywhere. */
final class Drift {

    /** Half a child in every bin (Jeffreys): an empty bin is rare, not infinitely far away. */
    private static final double HALF = 0.5;

    private Drift() {}

    /**
     * All figures of a run, by source and indicator, then those about the whole.
     *
     * @param fewest children of whom an indicator must be known for its shift to say anything but chance
     */
    static List<Figure> figures(ModelManifest model, BinCounts counts, int fewest) {
        List<Figure> figures = new ArrayList<>();
        bySource(model).forEach((source, features) -> {
            figures.addAll(shifts(model, counts, source, features, fewest));
            figures.addAll(gaps(model, counts, source, features));
        });
        figures.add(Figure.ofAll(
                MonitoringLimits.ABSTENTION_SHARE, counts.abstained() / (double) Math.max(1, counts.children())));
        long[] expected =
                model.frequencies().stream().mapToLong(Frequency::cases).toArray();
        if (Arrays.stream(counts.bands()).sum() > 0) {
            figures.add(Figure.ofAll(MonitoringLimits.SCORE_SHIFT, stability(expected, counts.bands())));
        }
        return figures;
    }

    private static Map<String, List<Integer>> bySource(ModelManifest model) {
        Map<String, List<Integer>> sources = new LinkedHashMap<>();
        for (int i = 0; i < model.features().size(); i++) {
            sources.computeIfAbsent(model.features().get(i).source(), _ -> new ArrayList<>())
                    .add(i);
        }
        return sources;
    }

    /** Of known values alone: what is missing has a figure of its own and would drown a shift. */
    private static List<Figure> shifts(
            ModelManifest model, BinCounts counts, String source, List<Integer> features, int fewest) {
        List<Figure> figures = new ArrayList<>();
        for (int feature : features) {
            FeatureDefinition definition = model.features().get(feature);
            if (counts.children() - counts.missing(feature) >= fewest) {
                figures.add(new Figure(
                        MonitoringLimits.INPUT_SHIFT,
                        source,
                        definition.indicator().value(),
                        stability(known(training(definition)), known(counts.feature(feature)))));
            }
        }
        return figures;
    }

    private static long[] known(long[] places) {
        long[] known = places.clone();
        known[1] = 0;
        return known;
    }

    private static List<Figure> gaps(ModelManifest model, BinCounts counts, String source, List<Integer> features) {
        double missing = 0;
        double missingInTraining = 0;
        double stale = 0;
        for (int feature : features) {
            FeatureDefinition definition = model.features().get(feature);
            long[] training = training(definition);
            missing += counts.missing(feature);
            stale += counts.stale(feature);
            missingInTraining += definition.missingCount()
                    / (double) Math.max(1, Arrays.stream(training).sum());
        }
        double cells = Math.max(1.0, (double) counts.children() * features.size());
        return List.of(
                new Figure(
                        MonitoringLimits.MISSING_RISE,
                        source,
                        "",
                        missing / cells - missingInTraining / features.size()),
                new Figure(MonitoringLimits.STALE_SHARE, source, "", stale / cells));
    }

    /** Children in training by place, as {@link BinCounts#feature} has them: no code was unseen there. */
    private static long[] training(FeatureDefinition feature) {
        long[] counts = new long[feature.bins() + 2];
        counts[1] = feature.missingCount();
        for (int bin = 0; bin < feature.bins(); bin++) {
            counts[bin + 2] = feature.trainingCounts().get(bin);
        }
        return counts;
    }

    /**
     * The population stability index, the sum of (q − p) · ln(q / p) over the places that either has (Siddiqi 2006): 0 for
     * equal shares, by custom below 0.1 no shift and above 0.2 or 0.25 a large one.
     */
    static double stability(long[] expected, long[] actual) {
        long places = 0;
        double all = 0;
        double found = 0;
        for (int i = 0; i < expected.length; i++) {
            places += expected[i] + actual[i] > 0 ? 1 : 0;
            all += expected[i];
            found += actual[i];
        }
        double index = 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] + actual[i] > 0) {
                double p = (expected[i] + HALF) / (all + HALF * places);
                double q = (actual[i] + HALF) / (found + HALF * places);
                index += (q - p) * Math.log(q / p);
            }
        }
        return index;
    }
}
