package dk.rettidig.modelling;

import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a release before its signature, and what they say. Immutable. */
public final class UnsignedRelease {

    private final ModelManifest manifest;
    private final EvaluationReport evaluation;
    private final Map<String, byte[]> files;

    UnsignedRelease(ModelManifest manifest, EvaluationReport evaluation, Map<String, byte[]> files) {
        this.manifest = manifest;
        this.evaluation = evaluation;
        this.files = new TreeMap<>(files);
        this.files.put(ReleasedModels.MANIFEST, ManifestYaml.write(manifest));
    }

    /** The release. */
    public ModelRef ref() {
        return manifest.ref();
    }

    /** What the release says of itself. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** The figures on held-out data. */
    public EvaluationReport evaluation() {
        return evaluation;
    }

    /** A file's bytes, a copy. */
    public byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("a release has no file of this name");
        }
        return bytes.clone();
    }

    /**
     * Writes {@code directory/name/version/}; files of an earlier attempt are replaced. Without a signature no run takes it:
     * that is what {@link dk.rettidig.modelling.release} gives.
     *
     * @return the folder
     */
    public Path write(Path directory) {
        Path folder = directory.resolve(ref().name()).resolve(ref().version());
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(ReleasedModels.SIGNATURE));
            Files.deleteIfExists(folder.resolve(ReleasedModels.GATE_REPORT));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new ModellingFault(ModellingErrorCode.NOT_WRITTEN, Map.of(), e);
        }
    }
}
