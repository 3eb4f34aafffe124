package dk.rettidig.modelling;

import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a release before its signature, and what they say. Immutable. */
public final class UnsignedRelease {

    private final ModelManifest manifest;
    private final Evaluation evaluation;
    private final Map<String, byte[]> files;

    UnsignedRelease(ModelManifest manifest, Evaluation evaluation, Map<String, byte[]> files) {
        this.manifest = manifest;
        this.evaluation = evaluation;
        this.files = new TreeMap<>(files);
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
    public Evaluation evaluation() {
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
     * Signs and writes {@code directory/name/version/}; files of an earlier attempt are replaced.
     *
     * @return the folder
     */
    public Path write(Path directory, SigningKey key) {
        Path folder = directory.resolve(ref().name()).resolve(ref().version());
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            String signature = DetachedSignature.sign(key, ReleasedModels.SIGNATURE_TYPE, file(ReleasedModels.MANIFEST))
                            .text()
                    + "\n";
            Files.write(folder.resolve(ReleasedModels.SIGNATURE), signature.getBytes(StandardCharsets.US_ASCII));
            return folder;
        } catch (IOException e) {
            throw new ModellingFault(ModellingErrorCode.NOT_WRITTEN, Map.of(), e);
        }
    }
}
