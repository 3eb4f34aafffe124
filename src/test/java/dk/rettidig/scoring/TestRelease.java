package dk.rettidig.scoring;

import dk.rettidig.seal.DetachedSignature;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shipped scorecard copied to a folder and signed by a key of the test's own, ready to be tampered with. */
final class TestRelease {

    static final SigningKey KEY =
            SigningKey.ofSeed("a release key for tests, 32 byte".getBytes(StandardCharsets.US_ASCII));
    static final ModelRef REF = new ModelRef("scorecard", "1.2.0");
    static final Path SHIPPED = Path.of("models/scorecard/1.2.0");

    private final Path directory;

    TestRelease(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(folder());
        for (String name : List.of(
                ReleasedModels.MODEL,
                ReleasedModels.MANIFEST,
                ReleasedModels.CARD,
                ReleasedModels.POINTS,
                ReleasedModels.EVALUATION,
                ReleasedModels.GATE_REPORT)) {
            Files.copy(SHIPPED.resolve(name), folder().resolve(name));
        }
        sign();
    }

    Path folder() {
        return directory.resolve("scorecard").resolve("1.2.0");
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder().resolve(name));
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.write(folder().resolve(name), bytes);
    }

    /** Replaces text in the manifest, which must be there, and signs again: a mistake of the owner, not of an attacker. */
    void amend(String from, String to) throws IOException {
        String manifest = new String(read(ReleasedModels.MANIFEST), StandardCharsets.UTF_8);
        if (!manifest.contains(from)) {
            throw new IllegalArgumentException("the manifest has no such text");
        }
        write(ReleasedModels.MANIFEST, manifest.replace(from, to).getBytes(StandardCharsets.UTF_8));
        sign();
    }

    /** Replaces the model, names its digest in the manifest and signs again. */
    void replaceModel(byte[] model) throws IOException {
        byte[] before = read(ReleasedModels.MODEL);
        write(ReleasedModels.MODEL, model);
        amend(ModelDigest.of(before).value(), ModelDigest.of(model).value());
        amend("bytes: " + before.length, "bytes: " + model.length);
    }

    void sign() throws IOException {
        String text = DetachedSignature.sign(KEY, ReleasedModels.SIGNATURE_TYPE, read(ReleasedModels.MANIFEST))
                .text();
        write(ReleasedModels.SIGNATURE, (text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    ReleasedModels models() {
        return ReleasedModels.in(directory, ReleaseKeys.of(KEY.verifyingKey()), TestCatalogue.SHIPPED);
    }
}
