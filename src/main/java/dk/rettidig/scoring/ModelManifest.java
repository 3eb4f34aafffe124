package dk.rettidig.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * What {@code manifest.yaml} says of a scorecard. The signature is over the file's bytes, so every field is under it.
 *
 * @param format {@value #FORMAT}
 * @param kind {@code scorecard}
 * @param target what the model was trained to find
 * @param bias the model's intercept, log-odds
 * @param calibration from log-odds to probability
 * @param frequencies what became of children on held-out data, by bands of probability that join, ascending
 * @param files every other file of the release
 * @param provenance settings, data, trainer and versions that made it
 * @param evaluation figures on data that were held out, with intervals and by group
 */
public record ModelManifest(
        String format,
        String kind,
        String name,
        String version,
        Target target,
        double bias,
        List<FeatureDefinition> features,
        CalibrationEntry calibration,
        List<Frequency> frequencies,
        AbstentionRules abstention,
        List<FileEntry> files,
        JsonNode provenance,
        JsonNode evaluation) {

    /** The format that this version writes and reads. */
    public static final String FORMAT = "rettidig-model-1";

    /** The kind of model that this record describes. */
    public static final String SCORECARD = "scorecard";

    /** The only target that a model may be released for (DESIGN: a caseworker's assessment, whether or not a measure). */
    public static final String TARGET = "assessed-need-within-six-months";

    public ModelManifest {
        Objects.requireNonNull(format);
        Objects.requireNonNull(target);
        Objects.requireNonNull(calibration);
        Objects.requireNonNull(abstention);
        features = List.copyOf(features);
        frequencies = List.copyOf(frequencies);
        files = List.copyOf(files);
        if (features.isEmpty() || frequencies.isEmpty() || files.isEmpty()) {
            throw new IllegalArgumentException("a manifest has features, frequencies and files");
        }
        if (features.stream().map(FeatureDefinition::indicator).distinct().count() != features.size()) {
            throw new IllegalArgumentException("each indicator is one feature");
        }
    }

    /** The same with these files. */
    public ModelManifest withFiles(List<FileEntry> others) {
        return new ModelManifest(
                format,
                kind,
                name,
                version,
                target,
                bias,
                features,
                calibration,
                frequencies,
                abstention,
                others,
                provenance,
                evaluation);
    }

    /** The release it describes. */
    public ModelRef ref() {
        return new ModelRef(name, version);
    }

    /** Mean over the training children of the log-odds: bias plus each feature's mean weight. */
    public double average() {
        double sum = bias;
        for (FeatureDefinition feature : features) {
            sum += new BinTable(feature).meanWeight();
        }
        return sum;
    }

    /** What a model was trained to find. */
    public record Target(String id, String danish, String english) {}

    /** A file of the release with its SHA-256 in hexadecimal and its length in bytes. */
    public record FileEntry(String name, String sha256, long bytes) {}

    /**
     * A calibration as it is written.
     *
     * @param method {@code identity}, {@code platt}, {@code beta} or {@code isotonic}
     * @param parameters slope and intercept, or a, b and c; empty otherwise
     * @param logOdds isotonic block means; empty otherwise
     * @param probabilities isotonic probabilities; empty otherwise
     */
    public record CalibrationEntry(
            String method, List<Double> parameters, List<Double> logOdds, List<Double> probabilities) {

        /** The calibration that is written. */
        public Calibration calibration() {
            return switch (method) {
                case "identity" -> new Calibration.Identity();
                case "platt" -> new Calibration.Platt(parameters.get(0), parameters.get(1));
                case "beta" -> new Calibration.Beta(parameters.get(0), parameters.get(1), parameters.get(2));
                case "isotonic" -> new Calibration.Isotonic(logOdds, probabilities);
                default -> throw new IllegalArgumentException("an unknown method of calibration");
            };
        }

        /** How a calibration is written. */
        public static CalibrationEntry of(Calibration calibration) {
            return switch (calibration) {
                case Calibration.Identity _ -> new CalibrationEntry("identity", List.of(), List.of(), List.of());
                case Calibration.Platt(double slope, double intercept) ->
                    new CalibrationEntry("platt", List.of(slope, intercept), List.of(), List.of());
                case Calibration.Beta(double a, double b, double c) ->
                    new CalibrationEntry("beta", List.of(a, b, c), List.of(), List.of());
                case Calibration.Isotonic(List<Double> logOdds, List<Double> probabilities) ->
                    new CalibrationEntry("isotonic", List.of(), logOdds, probabilities);
            };
        }
    }
}
