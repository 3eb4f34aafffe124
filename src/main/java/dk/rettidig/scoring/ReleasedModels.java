package dk.rettidig.scoring;

import dk.rettidig.indicator.IndicatorCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The releases that a run may use. A release is loaded once, after signature, digests, names, indicators, target,
 * calibration and agreement with its Tribuo model were checked, in this order; the protobuf is not touched before the
 * first two held. Safe for many threads.
 */
public final class ReleasedModels {

    /** Digest-bearing description of a release; what is signed. */
    public static final String MANIFEST = "manifest.yaml";

    /** Detached signature over the manifest's bytes. */
    public static final String SIGNATURE = "manifest.sig";

    /** The Tribuo model as protobuf. */
    public static final String MODEL = "model.pb";

    /** The card that people read. */
    public static final String CARD = "model-card.md";

    /** The table by which a person computes a score by hand. */
    public static final String POINTS = "points-table.md";

    /** All figures, with intervals and by group. */
    public static final String EVALUATION = "evaluation.json";

    /** What the release gate found. */
    public static final String GATE_REPORT = "gate-report.json";

    /** The {@code typ} of a release's signature: it serves for nothing else. */
    public static final String SIGNATURE_TYPE = "rettidig-model-manifest";

    private static final String OFFERED = "models/releases.txt";

    private final List<ModelFiles> places;
    private final ReleaseVerifier verifier;
    private final Map<ModelRef, ReleasedModel> loaded = new ConcurrentHashMap<>();

    private ReleasedModels(List<ModelFiles> places, ReleaseVerifier verifier) {
        this.places = List.copyOf(places);
        this.verifier = verifier;
    }

    /** The releases packaged with the application, under its own release keys. */
    public static ReleasedModels packaged(IndicatorCatalogue catalogue) {
        return new ReleasedModels(List.of(packagedFiles()), new ReleaseVerifier(ReleaseKeys.packaged(), catalogue));
    }

    /** Releases of a directory before the packaged ones, under these keys. */
    public static ReleasedModels in(Path directory, ReleaseKeys keys, IndicatorCatalogue catalogue) {
        List<ModelFiles> places = new ArrayList<>();
        places.add(new ModelFiles.Directory(directory));
        places.add(packagedFiles());
        return new ReleasedModels(places, new ReleaseVerifier(keys, catalogue));
    }

    /**
     * The release of this name, for a run.
     *
     * @return empty when there is none of this name
     * @throws ModelIntegrityException when there is one that may not be used; {@code BASELINE_NOT_FOR_RUNS} for a
     *     historical baseline, whatever its signature
     */
    public Optional<ReleasedModel> find(ModelRef ref) throws ModelIntegrityException {
        ReleasedModel known = loaded.get(ref);
        if (known != null) {
            return Optional.of(known);
        }
        for (ModelFiles files : places) {
            if (files.has(ref)) {
                ReleasedModel model = verifier.load(ref, files);
                loaded.put(ref, model);
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** The packaged releases to choose among for a run, the one to prefer first. */
    public List<ModelRef> offered() {
        try (InputStream list = ReleasedModels.class.getClassLoader().getResourceAsStream(OFFERED)) {
            if (list == null) {
                return List.of();
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ModelRef::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelFiles packagedFiles() {
        return new ModelFiles.Packaged(ReleasedModels.class.getClassLoader());
    }

    /**
     * Checks a model that is not released yet as {@link #find} checks one that is, but for its signature: features that are
     * open, weights in their direction, a calibration that never falls, and tables that say what the Tribuo model says.
     *
     * @throws ModelIntegrityException when no run could use it
     */
    public static void checkCandidate(ModelManifest manifest, byte[] model, IndicatorCatalogue catalogue)
            throws ModelIntegrityException {
        new ReleaseVerifier(ReleaseKeys.of(), catalogue).check(manifest, model);
    }
}
