package dk.rettidig.modelling;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.BinTable;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureInput;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelIntegrityException.Reason;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelManifest.FileEntry;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.Scorer;
import dk.rettidig.scoring.ScoringResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A trained model before, or after, its release: its files, what they say, and the settings that made it. Immutable. */
public final class Candidate {

    /** Days of a reference period, for inputs that are made up rather than read. */
    private static final int PERIOD_DAYS = 30;

    private final ModelManifest manifest;
    private final TrainingSettings settings;
    private final Map<String, byte[]> files;
    private final Scorer scorer;

    private Candidate(ModelManifest manifest, TrainingSettings settings, Map<String, byte[]> files) {
        this.manifest = manifest;
        this.settings = settings;
        this.files = new TreeMap<>(files);
        this.scorer = Scorer.ofCandidate(manifest);
    }

    /** A training's result. */
    public static Candidate of(UnsignedRelease release, TrainingSettings settings) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(ReleasedModels.MANIFEST, release.file(ReleasedModels.MANIFEST));
        release.manifest().files().forEach(entry -> files.put(entry.name(), release.file(entry.name())));
        return new Candidate(release.manifest(), settings, files);
    }

    /**
     * Reads a folder that {@code train} wrote, or a release.
     *
     * @throws ModelIntegrityException when a file is missing or not what the manifest says
     */
    public static Candidate read(Path folder) throws ModelIntegrityException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(ReleasedModels.MANIFEST, bytes(folder, ReleasedModels.MANIFEST));
        ModelManifest manifest = ManifestYaml.read(bytes(folder, ReleasedModels.MANIFEST));
        for (FileEntry entry : manifest.files()) {
            byte[] bytes = bytes(folder, entry.name());
            if (bytes.length != entry.bytes() || !ModelDigest.of(bytes).value().equals(entry.sha256())) {
                throw new ModelIntegrityException(
                        Reason.DIGEST_MISMATCH, entry.name() + " is not the file that training wrote");
            }
            files.put(entry.name(), bytes);
        }
        return new Candidate(manifest, settings(manifest), files);
    }

    private static TrainingSettings settings(ModelManifest manifest) throws ModelIntegrityException {
        try {
            return ManifestYaml.fromTree(manifest.provenance().path("settings"), TrainingSettings.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelIntegrityException(
                    Reason.MANIFEST_MALFORMED, "the manifest does not hold the settings of its training", e);
        }
    }

    private static byte[] bytes(Path folder, String name) throws ModelIntegrityException {
        try {
            if (!name.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
                throw new ModelIntegrityException(Reason.MANIFEST_MALFORMED, "expected plain file names");
            }
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new ModelIntegrityException(Reason.FILE_MISSING, folder.resolve(name) + " cannot be read", e);
        }
    }

    /** What the model says of itself. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** The settings that made it. */
    public TrainingSettings settings() {
        return settings;
    }

    /** Its files by name, without signature. */
    public Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** The calibrated probability of each row, whether or not the model would abstain. */
    public double[] probabilities(List<TrainingRow> rows) {
        List<BinTable> tables = manifest.features().stream().map(BinTable::new).toList();
        var calibration = manifest.calibration().calibration();
        return rows.stream()
                .mapToDouble(row -> {
                    double logOdds = manifest.bias();
                    for (int i = 0; i < tables.size(); i++) {
                        logOdds += tables.get(i).weight(tables.get(i).bin(row.values()[i]));
                    }
                    return calibration.probability(logOdds);
                })
                .toArray();
    }

    /**
     * Scores values as a run would, abstention included.
     *
     * @param values in the order of the features; NaN where nothing current is known
     */
    public ScoringResult score(double[] values) {
        LocalDate day = settings.data().test().day();
        List<FeatureValue> known = new ArrayList<>(values.length);
        for (double value : values) {
            known.add(
                    Double.isNaN(value)
                            ? new FeatureValue.Missing()
                            : new FeatureValue.Known(
                                    value,
                                    day.minusDays(PERIOD_DAYS),
                                    day.minusDays(1),
                                    AsOf.endOf(day.minusDays(1)).moment()));
        }
        return scorer.score(new FeatureInput(AsOf.endOf(day), known));
    }

    /**
     * The same rows with the values of its own features, in its order.
     *
     * @param rows with the values of all features that its settings try
     */
    public List<TrainingRow> columns(List<TrainingRow> rows) {
        List<IndicatorId> tried = settings.features().stream()
                .map(TrainingSettings.Feature::indicator)
                .toList();
        int[] places = manifest.features().stream()
                .mapToInt(feature -> tried.indexOf(feature.indicator()))
                .toArray();
        return rows.stream()
                .map(row -> row.withValues(Arrays.stream(places)
                        .mapToDouble(place -> row.values()[place])
                        .toArray()))
                .toList();
    }

    /** The children that its settings keep for testing. */
    public List<TrainingRow> testRows(Function<List<FeatureDefinition>, CohortRows> source) {
        return TrainingData.test(settings, source.apply(manifest.features()));
    }
}
