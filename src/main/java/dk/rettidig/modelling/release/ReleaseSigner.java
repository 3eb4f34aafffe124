package dk.rettidig.modelling.release;

import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.evaluation.EvaluationFiles;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelManifest.FileEntry;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Signs what passed the gate, with the gate's report among its files. There is no other way to a signature. */
public final class ReleaseSigner {

    private final SigningKey key;

    public ReleaseSigner(SigningKey key) {
        this.key = key;
    }

    /**
     * Writes {@code directory/name/version/}.
     *
     * @return the folder
     * @throws ModellingFault {@code modelling_gate_failed} when the report has a finding that does not hold, or is another
     *     model's; {@code modelling_release_exists} when the version is released already
     */
    public Path release(Candidate candidate, GateReport report, Path directory) {
        byte[] model = candidate.files().getOrDefault(ReleasedModels.MODEL, new byte[0]);
        if (!report.passed()
                || !report.failed().isEmpty()
                || report.findings().isEmpty()
                || !report.modelSha256().equals(ModelDigest.of(model).value())) {
            throw new ModellingFault(ModellingErrorCode.GATE_FAILED, Map.of("model", report.model()));
        }
        Path folder = directory
                .resolve(candidate.manifest().name())
                .resolve(candidate.manifest().version());
        if (Files.exists(folder.resolve(ReleasedModels.SIGNATURE))) {
            throw new ModellingFault(ModellingErrorCode.RELEASE_EXISTS, Map.of("model", report.model()));
        }
        Map<String, byte[]> files = new TreeMap<>(candidate.files());
        files.put(ReleasedModels.GATE_REPORT, utf8(EvaluationFiles.json(report)));
        files.remove(ReleasedModels.MANIFEST);
        ModelManifest manifest = candidate
                .manifest()
                .withFiles(files.entrySet().stream()
                        .map(file -> new FileEntry(
                                file.getKey(), ModelDigest.of(file.getValue()).value(), file.getValue().length))
                        .toList());
        byte[] signed = ManifestYaml.write(manifest);
        files.put(ReleasedModels.MANIFEST, signed);
        files.put(
                ReleasedModels.SIGNATURE,
                utf8(DetachedSignature.sign(key, ReleasedModels.SIGNATURE_TYPE, signed)
                                .text() + "\n"));
        return write(folder, files);
    }

    private static Path write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new ModellingFault(ModellingErrorCode.NOT_WRITTEN, Map.of(), e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
