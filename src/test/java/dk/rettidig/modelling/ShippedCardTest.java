package dk.rettidig.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleasedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of a shipped model is what its manifest and its figures say: made again, the card and the points are the same. */
class ShippedCardTest {

    private static final Path MODELS = Path.of("models");
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(double.class, new Numbers()));

    /** A number that does not exist is null in the file. */
    private static final class Numbers extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        Numbers() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    /** Releases that were trained; a baseline from the literature has no card of ours. */
    static Stream<ModelRef> releases() throws IOException {
        List<ModelRef> found;
        try (Stream<Path> files = Files.walk(MODELS, 3)) {
            found = files.filter(file -> file.endsWith(ReleasedModels.CARD))
                    .map(file -> MODELS.relativize(file))
                    .map(file -> new ModelRef(
                            file.getName(0).toString(), file.getName(1).toString()))
                    .toList();
        }
        return found.stream();
    }

    private static ModelManifest manifest(ModelRef ref) throws Exception {
        return Candidate.read(MODELS.resolve(ref.name()).resolve(ref.version())).manifest();
    }

    private static String file(ModelRef ref, String name) throws IOException {
        return Files.readString(
                MODELS.resolve(ref.name()).resolve(ref.version()).resolve(name));
    }

    private static String card(ModelRef ref, ModelManifest manifest) throws IOException {
        EvaluationReport evaluation = JSON.readValue(file(ref, ReleasedModels.EVALUATION), EvaluationReport.class);
        Map<String, String> dropped = new LinkedHashMap<>();
        manifest.provenance()
                .path("dropped")
                .properties()
                .forEach(each -> dropped.put(each.getKey(), each.getValue().asText()));
        Map<String, Double> brier = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each :
                manifest.evaluation().path("calibration_brier").properties()) {
            brier.put(each.getKey(), each.getValue().asDouble());
        }
        return new ModelCard(manifest, evaluation, dropped, brier).text();
    }

    @Test
    void aTrainedReleaseIsShipped() throws IOException {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theCardIsMadeAgainOfManifestAndFigures(ModelRef ref) throws Exception {
        assertThat(card(ref, manifest(ref))).isEqualTo(file(ref, ReleasedModels.CARD));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void thePointsAreThoseOfTheManifestThatRuns(ModelRef ref) throws Exception {
        assertThat(new PointsTable(manifest(ref)).text()).isEqualTo(file(ref, ReleasedModels.POINTS));
    }

    /** The test sees a difference: another weight is another table and another card. */
    @ParameterizedTest
    @MethodSource("releases")
    void anotherModelHasAnotherTable(ModelRef ref) throws Exception {
        ModelManifest manifest = manifest(ref);
        ModelManifest other = new ModelManifest(
                manifest.format(),
                manifest.kind(),
                manifest.name(),
                manifest.version(),
                manifest.target(),
                manifest.bias() + 0.5,
                manifest.features(),
                manifest.calibration(),
                manifest.frequencies(),
                manifest.abstention(),
                manifest.files(),
                manifest.provenance(),
                manifest.evaluation());

        assertThat(new PointsTable(other).text()).isNotEqualTo(file(ref, ReleasedModels.POINTS));
    }
}
