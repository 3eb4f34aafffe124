package dk.rettidig.modelling;

import dk.rettidig.modelling.FamilySplit.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The rows of a training: fitting and calibration from the earlier cohort, testing from the later one, a family always in
 * one part.
 *
 * @param inputs SHA-256 in hexadecimal of each file that was read, by its name; empty for invented children
 */
public record TrainingData(
        List<TrainingRow> train, List<TrainingRow> calibrate, List<TrainingRow> test, Map<String, String> inputs) {

    /** Fewest children of either outcome in each part. */
    private static final int FEWEST = 50;

    public TrainingData {
        train = List.copyOf(train);
        calibrate = List.copyOf(calibrate);
        test = List.copyOf(test);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /**
     * Reads and splits.
     *
     * @throws ModellingFault {@code modelling_too_few}
     */
    static TrainingData read(TrainingSettings settings, CohortRows source) {
        List<TrainingRow> earlier = source.rows(settings.data(), settings.data().train());
        List<TrainingRow> later = source.rows(settings.data(), settings.data().test());
        TrainingData data = new TrainingData(
                part(settings, earlier, Part.TRAIN),
                part(settings, earlier, Part.CALIBRATE),
                part(settings, later, Part.TEST),
                source.inputs());
        List.of(data.train, data.calibrate, data.test).forEach(TrainingData::requireBothOutcomes);
        return data;
    }

    /** The test part alone. */
    public static List<TrainingRow> test(TrainingSettings settings, CohortRows source) {
        return part(settings, source.rows(settings.data(), settings.data().test()), Part.TEST);
    }

    private static List<TrainingRow> part(TrainingSettings settings, List<TrainingRow> rows, Part part) {
        FamilySplit split = new FamilySplit(settings.seed(), settings.split());
        List<TrainingRow> of = new ArrayList<>();
        for (TrainingRow row : rows) {
            if (split.part(row.family()) == part) {
                of.add(row);
            }
        }
        return of;
    }

    private static void requireBothOutcomes(List<TrainingRow> rows) {
        long positives = rows.stream().filter(TrainingRow::outcome).count();
        if (positives < FEWEST || rows.size() - positives < FEWEST) {
            throw new ModellingFault(
                    ModellingErrorCode.TOO_FEW, Map.of("children", rows.size(), "with_outcome", positives));
        }
    }

    /** The same with the outcomes of fitting and calibration dealt out anew: nothing can be learned from them. */
    public TrainingData shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new TrainingData(shuffled(train, random), shuffled(calibrate, random), test, inputs);
    }

    private static List<TrainingRow> shuffled(List<TrainingRow> rows, SplittableRandom random) {
        boolean[] outcomes = Metrics.outcomes(rows);
        for (int i = outcomes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean kept = outcomes[i];
            outcomes[i] = outcomes[other];
            outcomes[other] = kept;
        }
        List<TrainingRow> dealt = new ArrayList<>(rows.size());
        for (int i = 0; i < outcomes.length; i++) {
            dealt.add(rows.get(i).withOutcome(outcomes[i]));
        }
        return dealt;
    }
}
