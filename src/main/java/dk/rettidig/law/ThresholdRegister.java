package dk.rettidig.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register of {@code thresholds.yaml} as a value. */
public final class ThresholdRegister implements Thresholds {

    /** Most flags of one run: a team that had so many could read none. */
    private static final int MOST_FLAGS = 10_000;

    private final double probability;
    private final int capacity;
    private final Map<String, Integer> capacities;

    private ThresholdRegister(double probability, int capacity, Map<String, Integer> capacities) {
        this.probability = probability;
        this.capacity = capacity;
        this.capacities = capacities;
    }

    /**
     * Reads the register.
     *
     * @param problems receives all that is wrong; the result is worthless when it grew
     */
    public static ThresholdRegister read(PolicySet set, List<PolicyProblem> problems) {
        YamlFields file = YamlFields.read(set, PolicySet.THRESHOLDS, problems);
        YamlFields threshold = file.mapping("threshold");
        YamlFields capacity = file.mapping("capacity");
        ThresholdRegister register = new ThresholdRegister(
                probability(threshold), capacity.integer("default", 1, MOST_FLAGS), capacities(capacity));
        for (YamlFields part : List.of(threshold, capacity)) {
            part.text("ref");
            part.word("confidence", Confidence::parse, Confidence.CHOICES);
            part.done();
        }
        file.done();
        return register;
    }

    @Override
    public double probability() {
        return probability;
    }

    @Override
    public int capacity(String municipality) {
        return capacities.getOrDefault(municipality, capacity);
    }

    private static double probability(YamlFields threshold) {
        double probability = threshold.number("probability");
        if (threshold.has("probability") && !(probability > 0 && probability < 1)) {
            threshold.problem("probability", "\"probability\" is out of bounds", "write a number between 0 and 1");
        }
        return probability;
    }

    private static Map<String, Integer> capacities(YamlFields capacity) {
        Map<String, Integer> capacities = new LinkedHashMap<>();
        for (YamlFields entry : capacity.list("municipalities")) {
            String code = entry.text("code");
            if (!code.matches("[1-9][0-9]{2}")) {
                entry.problem("code", "\"" + code + "\" is no municipality code", "write three digits in quotes");
            }
            if (capacities.putIfAbsent(code, entry.integer("flags", 1, MOST_FLAGS)) != null) {
                entry.problem("code", "\"" + code + "\" stands there already", "give each municipality one entry");
            }
            entry.done();
        }
        return capacities;
    }
}
