package dk.rettidig.oversight.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dk.rettidig.gate.Decision;
import dk.rettidig.gate.Policies;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What runs: a policy set that can be enforced, and the release that a run is offered first.
 *
 * @param gateReport what the release gate found, where the release has a report
 * @param evaluation all its figures, where the release has them
 */
public record Running(
        Policies policies, ReleasedModel model, Optional<JsonNode> gateReport, Optional<JsonNode> evaluation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern RULE_ID = Pattern.compile("(?m)^@id\\(\"([a-z0-9_]+)\"\\)");

    /**
     * What the application would run with under a policy set.
     *
     * @throws ModelIntegrityException when the release that is offered first may not be used
     * @throws IllegalStateException when none is offered
     */
    public static Running packaged(Policies policies) throws ModelIntegrityException {
        ReleasedModels releases = ReleasedModels.packaged(policies.indicators());
        ModelRef first = releases.offered().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("models/releases.txt offers no release"));
        ReleasedModel model = releases.find(first)
                .orElseThrow(() -> new IllegalStateException(first + " is offered and is not there"));
        return new Running(
                policies, model, read(model, ReleasedModels.GATE_REPORT), read(model, ReleasedModels.EVALUATION));
    }

    /** A file that the manifest lists, if it does; its bytes are those that were signed for. */
    private static Optional<JsonNode> read(ReleasedModel model, String name) {
        Optional<ModelManifest.FileEntry> listed = model.manifest().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
        return listed.map(file -> read("models/" + model.ref() + "/" + name, file.sha256()));
    }

    /** The model card, where the release has one; its bytes are those that were signed for. */
    Optional<String> card() {
        return manifest().files().stream()
                .filter(file -> file.name().equals(ReleasedModels.CARD))
                .findFirst()
                .map(file -> new String(
                        bytes("models/" + model.ref() + "/" + file.name(), file.sha256()), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String path, String digest) {
        try {
            return JSON.readTree(bytes(path, digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String path, String digest) {
        try (InputStream stream = Running.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is listed and is not there");
            }
            byte[] bytes = stream.readAllBytes();
            if (!ModelDigest.of(bytes).value().equals(digest)) {
                throw new IllegalStateException(path + " is not the file that was signed for");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The release's manifest. */
    ModelManifest manifest() {
        return model.manifest();
    }

    /** Indicators of one availability, by id. */
    List<Indicator> indicators(Availability availability) {
        return policies.indicators().all().stream()
                .filter(each -> each.availability() == availability)
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
    }

    /** The gate's rules in the order of the file, in words. */
    List<Decision.Reason> rules() {
        return RULE_ID.matcher(text(PolicySet.RULES))
                .results()
                .map(found -> policies.describe(found.group(1)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The entries of a register, as they are written. */
    List<JsonNode> entries(String file, String key) {
        try {
            List<JsonNode> entries = new java.util.ArrayList<>();
            YAML.readTree(text(file)).path(key).forEach(entries::add);
            return entries;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a loaded set can be read", impossible);
        }
    }

    private String text(String file) {
        return policies.set()
                .file(file)
                .flatMap(PolicyFile::text)
                .orElseThrow(() -> new IllegalStateException("a loaded set has " + file));
    }

    @Override
    public String toString() {
        return "Running[" + model.ref() + ", " + policies.digest() + "]";
    }
}
