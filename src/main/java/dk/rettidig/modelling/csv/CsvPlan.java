package dk.rettidig.modelling.csv;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to do with a CSV file.
 *
 * @param label column of the outcome
 * @param positive the value that counts, where the label is not 1/0
 * @param features columns to train on; empty when there is a score
 * @param increasing features of which more may never lower the score; {@code decreasing} the opposite
 * @param groups columns whose groups are compared
 * @param family column whose rows belong together in folds and resamples
 * @param score column of a score that is there already
 * @param threshold a score of at least this much counts as high
 * @param decision column of people's decisions, to be measured alike
 * @param folds parts of the rows, each predicted by a model that was trained on the others
 */
public record CsvPlan(
        Path file,
        String label,
        Optional<String> positive,
        List<String> features,
        List<String> increasing,
        List<String> decreasing,
        List<String> groups,
        Optional<String> family,
        Optional<String> score,
        Optional<Double> threshold,
        Optional<String> decision,
        int folds) {

    public CsvPlan {
        features = List.copyOf(features);
        increasing = List.copyOf(increasing);
        decreasing = List.copyOf(decreasing);
        groups = List.copyOf(groups);
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        columns.add(label);
        columns.addAll(features);
        columns.addAll(groups);
        family.ifPresent(columns::add);
        score.ifPresent(columns::add);
        decision.ifPresent(columns::add);
        return columns;
    }
}
